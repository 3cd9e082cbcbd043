package org.branchline.campaign.event.asking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.broadcast.Broadcasts;
import org.branchline.campaign.event.Places;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Ends the calls for more people of a shift that is full, was moved or is off: nobody more is asked. */
@Singleton
class Hushing implements JobHandler {

    private static final String CALLS = """
            select id from broadcast
            where organisation = $1 and origin like 'shift:%' and split_part(origin, ':', 2) = $2::bigint::text
              and state in ('going', 'paused')
            """;

    private final Transactions transactions;
    private final Broadcasts broadcasts;

    Hushing(Transactions transactions, Broadcasts broadcasts) {
        this.transactions = transactions;
        this.broadcasts = broadcasts;
    }

    @Override
    public String kind() {
        return Places.HUSH;
    }

    @Override
    public Uni<Void> run(Job job) {
        return transactions.inTransaction(job.organisation(), tx -> tx.query(
                        CALLS, job.organisation().number(), job.argument().getLong("shift"))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> broadcasts.cancel(tx::query, job.organisation(), row.getLong("id")))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }
}
