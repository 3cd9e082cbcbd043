package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;

/** Ends broadcasts of which nothing is left to do, and keeps their counts. */
@Singleton
class Closing {

    private static final String LOCK = "select 1 from broadcast where organisation = $1 and id = $2 for no key update";

    /** Organisation, bot, content. In order, since only so Postgres is sure to find the one held row by index. */
    private static final String OPEN = """
            select count(*) as rows, coalesce(bool_or(o.state = 'sending' or o.due_at <= clock_timestamp()), false) as soon
            from (
              (select state, due_at from outbox
               where organisation = $1 and bot = $2 and content = $3 and state in ('queued', 'sending'))
              union all
              (select 'sending', 'infinity' from outbox
               where organisation = $1 and content = $3 and state = 'joined' limit 1)
              union all
              (select state, 'infinity' from outbox where organisation = $1 and content = $3 and state = 'held'
               order by outbox.due_at limit 1)) o
            """;

    private static final String END = """
            update broadcast set state = case when state = 'cancelled' then state else 'done' end, counts = $3,
              recipients = $4, done_at = clock_timestamp()
            where organisation = $1 and id = $2 and state <> 'creating'
            """;

    private final Transactions transactions;

    Closing(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How it stands. */
    enum Standing {
        /** It was ended. */
        OVER,
        /** Some of it is about to leave. */
        MOVING,
        /** What is open of it waits. */
        WAITING
    }

    /** Ends it once nothing of it is open; whoever wants to send some of it again waits for that, or is waited for. */
    Uni<Standing> close(OrganisationId organisation, long bot, long id, long content) {
        return transactions.inTransaction(organisation, tx -> tx.query(LOCK, organisation.number(), id)
                .chain(() -> tx.query(OPEN, organisation.number(), bot, content))
                .flatMap(rows -> {
                    if (rows.iterator().next().getLong("rows") > 0) {
                        return Uni.createFrom()
                                .item(rows.iterator().next().getBoolean("soon") ? Standing.MOVING : Standing.WAITING);
                    }
                    return tx.query(Counting.ROWS, organisation.number(), content, Counting.NO_TIME)
                            .flatMap(counted -> {
                                JsonObject kept = Counting.kept(counted);
                                return tx.query(END, organisation.number(), id, kept, (int) Counting.rows(kept));
                            })
                            .replaceWith(Standing.OVER);
                }));
    }
}
