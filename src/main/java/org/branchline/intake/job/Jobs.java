package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.intake.Causes;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Carries out jobs that are due, oldest first, a page at a time. */
@Singleton
class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final int PAGE = 50;

    /** Takes a page and puts it off, so that other replicas leave it alone and a crash only delays it. */
    private static final String TAKE = """
            update job set tries = tries + 1, due_at = clock_timestamp() + interval '30 seconds'
            where organisation = $1 and id in (
              select id from job where organisation = $1 and done_at is null and due_at <= clock_timestamp()
              order by due_at limit $2 for update skip locked)
            returning id, kind, argument
            """;

    private static final String DONE = "update job set done_at = clock_timestamp() where organisation = $1 and id = $2";

    /** Whoever failed is there to say so: sooner than after a crash, and later with each try. */
    private static final String AGAIN = """
            update job set due_at = clock_timestamp() + least(tries, 15) * interval '2 seconds'
            where organisation = $1 and id = $2 and done_at is null
            """;

    private static final String LEFT = "select count(*) as jobs from job where organisation = $1 and done_at is null";

    private final Transactions transactions;
    private final Map<String, JobHandler> handlers = new HashMap<>();

    Jobs(Transactions transactions, Instance<JobHandler> handlers) {
        this.transactions = transactions;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    /** Carries out what is due now. */
    Uni<Void> work(OrganisationId organisation) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(TAKE, organisation.number(), PAGE))
                .flatMap(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> run(organisation, row))
                        .collect()
                        .last()
                        .flatMap(last -> rows.size() < PAGE ? Uni.createFrom().voidItem() : work(organisation)));
    }

    /** How many are not done. */
    Uni<Long> left(Reads reads, Bot bot) {
        return reads.read(LEFT, bot.organisation().number())
                .map(rows -> rows.iterator().next().getLong("jobs"));
    }

    private Uni<Void> run(OrganisationId organisation, Row row) {
        long id = row.getLong("id");
        String kind = row.getString("kind");
        JobHandler handler = handlers.get(kind);
        if (handler == null) {
            LOG.errorf("organisation=%s job=%d has the unknown kind %s and stays undone", organisation, id, kind);
            return Uni.createFrom().voidItem();
        }
        return handler.run(new Job(organisation, id, row.getJsonObject("argument")))
                .chain(() -> transactions.inTransaction(organisation, tx -> tx.query(DONE, organisation.number(), id)))
                .replaceWithVoid()
                .onFailure()
                .invoke(cause -> LOG.warnf(
                        "organisation=%s job=%d kind=%s is tried again: %s",
                        organisation, id, kind, Causes.trace(cause)))
                .onFailure()
                .recoverWithUni(() -> transactions
                        .inTransaction(organisation, tx -> tx.query(AGAIN, organisation.number(), id))
                        .replaceWithVoid())
                .onFailure()
                .recoverWithNull();
    }
}
