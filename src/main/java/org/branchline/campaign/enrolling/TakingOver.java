package org.branchline.campaign.enrolling;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.branchline.roster.RosterConfig;

/** Makes members of an accepted list, a page at a time; a page leaves the list as it is taken over, so none comes twice. */
@Singleton
class TakingOver implements JobHandler {

    static final String KIND = "members.take over";

    private static final int PAGE = 1_000;

    /** While another takes over a page. */
    private static final Duration SHORT_WAIT = Duration.ofMillis(200);

    private static final Duration LONG_WAIT = Duration.ofSeconds(2);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Transactions transactions;
    private final Organisations organisations;
    private final Knowing knowing;
    private final RosterConfig roster;
    private final Branches branches;
    private final Clock clock;

    TakingOver(
            Transactions transactions,
            Organisations organisations,
            Knowing knowing,
            RosterConfig roster,
            Branches branches,
            Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.knowing = knowing;
        this.roster = roster;
        this.branches = branches;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        return rest(job.organisation(), job.argument().getLong("import"));
    }

    /** Takes over what is left of it, and tells what came of all of it. */
    Uni<Enrolled.Done> all(OrganisationId organisation, long id) {
        return rest(organisation, id)
                .chain(() -> transactions.inTransaction(
                        organisation, tx -> tx.query(TakeOverSql.COUNTS, organisation.number(), id)))
                .map(rows -> done(rows.iterator().next()));
    }

    /** Completes once nothing is left, whoever took it over. */
    private Uni<Void> rest(OrganisationId organisation, long id) {
        Organisation about = organisations.organisation(organisation);
        return knowing.of(about)
                .chain(known -> pages(about, id, known.purposes(), clock.now().atOffset(ZoneOffset.UTC)))
                .invoke(() -> branches.forget(organisation));
    }

    private Uni<Void> pages(Organisation about, long id, List<String> purposes, OffsetDateTime now) {
        return transactions
                .inTransaction(about.id(), tx -> tx.query(
                                TakeOverSql.LIST, about.id().number(), id)
                        .chain(found -> found.size() == 0
                                ? Uni.createFrom().item(false)
                                : page(tx, about, id, found.iterator().next().getLong("bot"), purposes, now)
                                        .replaceWith(true)))
                .onFailure(TakingOver::busy)
                .retry()
                .withBackOff(SHORT_WAIT, LONG_WAIT)
                .indefinitely()
                .chain(more -> more
                        ? pages(about, id, purposes, now)
                        : Uni.createFrom().voidItem());
    }

    /** Somebody else has the list, or one of its chats: once they are done it goes on. */
    private static boolean busy(Throwable failure) {
        return failure instanceof PgException refused && LOCK_NOT_AVAILABLE.equals(refused.getSqlState());
    }

    private Uni<Void> page(Tx tx, Organisation about, long id, long bot, List<String> purposes, OffsetDateTime now) {
        int organisation = about.id().number();
        return tx.query(TakeOverSql.LOCK, organisation, id, bot, (long) PAGE)
                .chain(() -> tx.query(
                        TakeOverSql.PAGE,
                        organisation,
                        id,
                        bot,
                        (long) PAGE,
                        about.languages().get(0),
                        now,
                        purposes.toArray(String[]::new),
                        roster.coordinators().orElse(List.of()).toArray(Long[]::new)))
                .chain(rows -> rows.iterator().next().getInteger("rows") < PAGE
                        ? tx.query(TakeOverSql.END, organisation, id).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static Enrolled.Done done(Row row) {
        return new Enrolled.Done(
                row.getInteger("fresh"),
                row.getInteger("changed"),
                row.getInteger("unchanged"),
                row.getInteger("left_alone"));
    }
}
