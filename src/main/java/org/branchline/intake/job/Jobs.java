package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.intake.Causes;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * Carries out jobs that are due, oldest first, a page at a time. A page is held for a few seconds, and for as long as its
 * process lives: what a killed or halted process held falls due again soon. The number of tries is the fencing token of
 * each job, so that a process which comes back does not begin what another took over.
 */
@Singleton
class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);
    /** Few, so that replicas share what falls due at once, and one that is killed holds up little of it. */
    private static final int PAGE = 8;

    /** Longer than a busy process is without a breath, and shorter than what anybody waits for. */
    private static final int HELD_SECONDS = 5;

    private static final long RENEWED_EVERY_MILLIS = 1_500;

    /** Takes a page and puts it off, so that other replicas leave it alone and a crash only delays it. */
    private static final String TAKE = """
            update job set tries = tries + 1, due_at = clock_timestamp() + $3 * interval '1 second'
            where organisation = $1 and id in (
              select id from job where organisation = $1 and done_at is null and due_at <= clock_timestamp()
              order by due_at limit $2 for update skip locked)
            returning id, kind, argument, tries
            """;

    /** Organisation, jobs, their tries, seconds. Yields those that nobody took over. */
    private static final String HOLD = """
            update job set due_at = clock_timestamp() + $4 * interval '1 second'
            from unnest($2::bigint[], $3::integer[]) as h(id, tries)
            where organisation = $1 and job.id = h.id and job.tries = h.tries and done_at is null
            returning job.id
            """;

    private static final String DONE = "update job set done_at = clock_timestamp() where organisation = $1 and id = $2";

    /** Whoever failed is there to say so: sooner than after a crash, and later with each try. */
    private static final String AGAIN = """
            update job set due_at = clock_timestamp() + least(tries, 15) * interval '2 seconds'
            where organisation = $1 and id = $2 and tries = $3 and done_at is null
            """;

    private static final String LEFT = "select count(*) as jobs from job where organisation = $1 and done_at is null";

    private final Transactions transactions;
    private final Vertx vertx;
    private final Map<String, JobHandler> handlers = new HashMap<>();

    Jobs(Transactions transactions, Vertx vertx, Instance<JobHandler> handlers) {
        this.transactions = transactions;
        this.vertx = vertx;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    /** One that this process took. */
    private record Taken(long id, int tries, String kind, JsonObject argument) {

        static Taken of(Row row) {
            return new Taken(
                    row.getLong("id"), row.getInteger("tries"), row.getString("kind"), row.getJsonObject("argument"));
        }
    }

    /** Carries out what is due now. */
    Uni<Void> work(OrganisationId organisation) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(TAKE, organisation.number(), PAGE, HELD_SECONDS))
                .flatMap(rows -> carryOut(organisation, rows)
                        .chain(() -> rows.size() < PAGE ? Uni.createFrom().voidItem() : work(organisation)));
    }

    private Uni<Void> carryOut(OrganisationId organisation, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        Deque<Taken> left = new ConcurrentLinkedDeque<>();
        rows.forEach(row -> left.add(Taken.of(row)));
        long renewing = vertx.setPeriodic(RENEWED_EVERY_MILLIS, tick -> hold(organisation, List.copyOf(left))
                .subscribe()
                // Whoever could not renew finds out before the next one of them.
                .with(held -> {}, failure -> {}));
        return Multi.createFrom()
                .iterable(List.copyOf(left))
                .onItem()
                .transformToUniAndConcatenate(
                        job -> ifStillOurs(organisation, job).onTermination().invoke(() -> left.remove(job)))
                .onTermination()
                .invoke(() -> vertx.cancelTimer(renewing))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> ifStillOurs(OrganisationId organisation, Taken job) {
        return hold(organisation, List.of(job))
                .flatMap(held -> held == 0 ? Uni.createFrom().voidItem() : run(organisation, job));
    }

    /** Yields how many of them are still this process's. */
    private Uni<Integer> hold(OrganisationId organisation, List<Taken> jobs) {
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(
                                HOLD,
                                organisation.number(),
                                jobs.stream().map(Taken::id).toArray(Long[]::new),
                                jobs.stream().map(Taken::tries).toArray(Integer[]::new),
                                HELD_SECONDS))
                .map(RowSet::size);
    }

    /** How many are not done. */
    Uni<Long> left(Reads reads, Bot bot) {
        return reads.read(LEFT, bot.organisation().number())
                .map(rows -> rows.iterator().next().getLong("jobs"));
    }

    private Uni<Void> run(OrganisationId organisation, Taken job) {
        JobHandler handler = handlers.get(job.kind());
        if (handler == null) {
            LOG.errorf(
                    "organisation=%s job=%d kind=%s is not known to this release and is left to one that knows it",
                    organisation, job.id(), job.kind());
            return again(organisation, job);
        }
        return Uni.createFrom()
                .deferred(() -> handler.run(new Job(organisation, job.id(), job.argument())))
                .chain(() ->
                        transactions.inTransaction(organisation, tx -> tx.query(DONE, organisation.number(), job.id())))
                .replaceWithVoid()
                .onFailure()
                .invoke(cause -> LOG.warnf(
                        "organisation=%s job=%d kind=%s is tried again: %s",
                        organisation, job.id(), job.kind(), Causes.trace(cause)))
                .onFailure()
                .recoverWithUni(() -> again(organisation, job));
    }

    /** Lets others come first; where even that cannot be written it falls due when it is no longer held. */
    private Uni<Void> again(OrganisationId organisation, Taken job) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(AGAIN, organisation.number(), job.id(), job.tries()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
