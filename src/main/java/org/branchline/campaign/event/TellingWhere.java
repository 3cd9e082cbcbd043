package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Leaves everybody who has a place to be told where their shift is now: done once more it finds nobody. */
@Singleton
class TellingWhere implements JobHandler {

    private final Transactions transactions;
    private final Clock clock;

    TellingWhere(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Changing.TELL_WHERE_JOB;
    }

    @Override
    public Uni<Void> run(Job job) {
        JsonObject asked = job.argument();
        return transactions.inTransaction(
                job.organisation(),
                tx -> Changing.tellWhere(
                        tx::query,
                        job.organisation(),
                        asked.getLong("event"),
                        Instant.parse(asked.getString("at")),
                        clock.now()));
    }
}
