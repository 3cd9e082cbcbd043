package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Gives up the held rows of a broadcast that was called back. */
@Singleton
class Withdrawing implements JobHandler {

    static final String KIND = "broadcast.withdraw";

    private static final String STEP = """
            with page as (
              select o.id from outbox o join broadcast b on b.organisation = $1 and b.id = $2 and b.state = 'cancelled'
              where o.organisation = $1 and o.content = b.content and o.state in ('held', 'joined') and o.id > $3
              order by o.id limit $4),
            gone as (
              update outbox o set state = 'failed', reason = 'CANCELLED', done_at = clock_timestamp()
              from page where o.organisation = $1 and o.id = page.id and o.state in ('held', 'joined'))
            select max(id) as last from page
            """;

    private final Transactions transactions;

    Withdrawing(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        long id = job.argument().getLong("broadcast");
        return Steps.all(after -> transactions
                .inTransaction(
                        job.organisation(),
                        tx -> tx.query(STEP, job.organisation().number(), id, after, Steps.SIZE))
                .map(rows -> last(rows.iterator().next())));
    }

    private static long last(Row row) {
        return Objects.requireNonNullElse(row.getLong("last"), Steps.END);
    }
}
