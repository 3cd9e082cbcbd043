package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.campaign.broadcast.Notice;
import org.branchline.campaign.broadcast.Notices;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.occurrence.Occasion;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Tells those who owe a deadline, rung by rung, where they live. */
@Singleton
class Rungs implements Occasion {

    static final String KIND = "deadline";

    /** So long whoever has not answered may still hear that it is over. */
    private static final Duration AFTERWARDS = Duration.ofDays(14);

    private final Transactions transactions;
    private final Organisations organisations;
    private final Notices notices;

    Rungs(Transactions transactions, Organisations organisations, Notices notices) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Plan> plan(Reads database, OrganisationId organisation, long subject, Instant from, Instant until) {
        return Deadlines.find(database, organisation, subject).map(found -> found.filter(Deadline::open)
                .map(deadline -> Climbing.plan(
                        deadline, organisations.organisation(organisation).quietHours(), from, until))
                .orElse(Plan.NOTHING));
    }

    @Override
    public Uni<Void> falls(OrganisationId organisation, long subject, Fallen fallen) {
        return transactions
                .inTransaction(organisation, tx -> Deadlines.kept(tx::query, organisation, subject))
                .chain(found -> found.filter(kept -> Climbing.current(fallen.occurrence(), kept.deadline()))
                        .map(kept -> notices.put(kept.bot(), notice(organisation, kept.deadline(), fallen), fallen))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** A later rung says the same. */
    @Override
    public Uni<Void> passed(OrganisationId organisation, long subject, Fallen fallen) {
        return Uni.createFrom().voidItem();
    }

    private Notice notice(OrganisationId id, Deadline deadline, Fallen fallen) {
        Organisation organisation = organisations.organisation(id);
        boolean over = fallen.occurrence().startsWith(Climbing.OVER);
        Instant until =
                over ? fallen.due().plus(AFTERWARDS) : deadline.due() instanceof Moment moment ? moment.at() : null;
        LocalDate lastDay = !over && deadline.due() instanceof EndOf end ? end.day() : null;
        return new Notice(
                origin(deadline.id()) + fallen.occurrence(),
                deadline.audience().owing(deadline.id()),
                content -> Telling.inAll(
                        organisation,
                        language -> Telling.of(deadline, fallen.occurrence(), organisation, language, content)),
                until,
                lastDay,
                over);
    }

    /** With what the origins of all that the calendar says of it begin. */
    static String origin(long deadline) {
        return KIND + ":" + deadline + ":";
    }
}
