package org.branchline.campaign.deadline.nudging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Notice;
import org.branchline.campaign.broadcast.Notices;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.database.Transactions;
import org.branchline.intake.Word;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Access;
import org.branchline.roster.Bot;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.branchline.roster.Roles;

/** Puts a nudge to all of a branch, or of many, who have not answered, in the name of whoever asked. */
@Singleton
class Nudging implements JobHandler {

    static final String KIND = "deadline.nudge";

    private static final String SENDER = """
            select m.name, d.bot from member m join deadline d on d.organisation = $1 and d.id = $3
            where m.organisation = $1 and m.id = $2
            """;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Branches branches;
    private final Notices notices;

    Nudging(Transactions transactions, Organisations organisations, Branches branches, Notices notices) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.branches = branches;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        JsonObject asked = job.argument();
        return branches.book(job.organisation()).flatMap(book -> transactions
                .inTransaction(job.organisation(), tx -> Uni.combine()
                        .all()
                        .unis(
                                Deadlines.find(tx::query, job.organisation(), asked.getLong("deadline")),
                                tx.query(
                                        SENDER,
                                        job.organisation().number(),
                                        asked.getLong("by"),
                                        asked.getLong("deadline")))
                        .asTuple())
                .flatMap(found -> found.getItem1().filter(Deadline::open).isEmpty()
                                || found.getItem2().size() == 0
                        ? Uni.createFrom().voidItem()
                        : put(
                                job,
                                book,
                                found.getItem1().get(),
                                found.getItem2().iterator().next())));
    }

    /** By a branch's number as that of its captain, else as far as whoever asked may still ask. */
    private Uni<Void> put(Job job, BranchBook book, Deadline deadline, Row sender) {
        Optional<Branch> branch = book.branch(job.argument().getLong("branch"));
        if (branch.isPresent()) {
            return put(job, book, deadline, sender, Owing.of(branch.get(), book), language -> branch.get()
                    .name(language));
        }
        Organisation organisation = organisations.organisation(job.organisation());
        return job.argument().getLong("branch") != AskingOnceMore.ALL
                ? Uni.createFrom().voidItem()
                : transactions
                        .inTransaction(
                                job.organisation(),
                                tx -> Roles.access(
                                        tx::query,
                                        job.organisation(),
                                        job.argument().getLong("by"),
                                        book))
                        .chain(access -> !access.coordinates()
                                ? Uni.createFrom().voidItem()
                                : put(
                                        job,
                                        book,
                                        deadline,
                                        sender,
                                        access,
                                        language -> Word.ONE.of(organisation, language, "coordinator")));
    }

    /**
     * Puts it.
     *
     * @param as what stands behind the sender's name, by language
     */
    private Uni<Void> put(
            Job job, BranchBook book, Deadline deadline, Row sender, Access reach, UnaryOperator<String> as) {
        Instant at = OffsetDateTime.parse(job.argument().getString("at")).toInstant();
        Optional<Audience> audience =
                Owing.audience(deadline, reach, book, job.argument().getLong("by"));
        if (audience.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Organisation organisation = organisations.organisation(job.organisation());
        // A name is no slot.
        String name = sender.getString("name").replaceAll("[{}]", "");
        Notice notice = new Notice(
                        "deadline:" + deadline.id() + ":nudge:" + job.id(),
                        audience.get(),
                        content -> Telling.inAll(
                                organisation,
                                language -> Telling.asked(
                                        deadline,
                                        name + " (" + as.apply(language) + ")",
                                        organisation,
                                        language,
                                        content)),
                        deadline.due() instanceof Moment moment ? moment.at() : null,
                        deadline.due() instanceof EndOf end ? end.day() : null,
                        false)
                .about(Owing.thing(deadline));
        return notices.put(
                new Bot(job.organisation(), sender.getLong("bot")),
                notice,
                new Fallen("nudge", Schedule.ZONES.stream().map(ZoneId::getId).toList(), at, false));
    }
}
