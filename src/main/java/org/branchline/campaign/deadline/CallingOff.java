package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Notice;
import org.branchline.campaign.broadcast.Notices;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Tells whoever heard of a deadline, and did not answer for good, that it is off. */
@Singleton
class CallingOff implements JobHandler {

    static final String KIND = "deadline.off";

    /** So long it waits for a message that it can go with. */
    private static final Duration AFTERWARDS = Duration.ofDays(14);

    private final Transactions transactions;
    private final Organisations organisations;
    private final Notices notices;

    CallingOff(Transactions transactions, Organisations organisations, Notices notices) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        Instant at = OffsetDateTime.parse(job.argument().getString("at")).toInstant();
        Fallen fallen =
                new Fallen("off", Schedule.ZONES.stream().map(ZoneId::getId).toList(), at, false);
        return transactions
                .inTransaction(
                        job.organisation(),
                        tx -> Deadlines.kept(
                                tx::query, job.organisation(), job.argument().getLong("deadline")))
                .chain(found -> found.map(kept -> notices.put(kept.bot(), notice(job, kept.deadline(), at), fallen))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Notice notice(Job job, Deadline deadline, Instant at) {
        Organisation organisation = organisations.organisation(job.organisation());
        return new Notice(
                Rungs.origin(deadline.id()) + "off",
                Audience.EVERYONE.heard(deadline.id()),
                content -> Telling.inAll(organisation, language -> Telling.off(deadline, organisation, language)),
                at.plus(AFTERWARDS),
                null,
                true);
    }
}
