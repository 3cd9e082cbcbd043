package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Calls all shifts of a series off, in one transaction: done once more it finds none. */
@Singleton
class CancellingSeries implements JobHandler {

    private final Transactions transactions;
    private final Clock clock;

    CancellingSeries(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Changing.CANCEL_SERIES;
    }

    @Override
    public Uni<Void> run(Job job) {
        return transactions.inTransaction(job.organisation(), tx -> Changing.cancelAll(
                        tx::query, job.organisation(), job.argument().getLong("event"), clock.now())
                .replaceWithVoid());
    }
}
