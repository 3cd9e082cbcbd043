package org.branchline.ops.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.database.Outages;
import org.branchline.database.PoolUse;
import org.branchline.database.Transactions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while Postgres answers as it answers to turns: on a connection of the pool, in good time. */
@Readiness
@Singleton
public class PostgresAnswers implements AsyncHealthCheck {

    /** Kubernetes's probe gives up after 3 s, and says less then. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final PoolUse pool;
    private volatile boolean answered = true;

    PostgresAnswers(Transactions transactions, PoolUse pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    /** Whether it did when somebody last asked for readiness. */
    public boolean answered() {
        return answered;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return transactions
                .acrossOrganisations(tx -> tx.query("select 1"))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItemOrFailure()
                .transform((rows, failure) -> {
                    answered = failure == null;
                    return failure == null ? up() : down(failure);
                });
    }

    private static HealthCheckResponse up() {
        return HealthCheckResponse.named("Postgres answers").up().build();
    }

    private HealthCheckResponse down(Throwable failure) {
        return HealthCheckResponse.named("Postgres answers")
                .down()
                .withData("what", what(failure))
                .withData(
                        "do",
                        "Start Postgres, or the way to it; answers that come in meanwhile are refused and come again."
                                + " The service goes on by itself.")
                .build();
    }

    private String what(Throwable failure) {
        if (pool.free() == 0) {
            return "all its connections are in use and " + pool.waiting() + " wait for one";
        }
        if (failure instanceof TimeoutException) {
            return "it does not answer within " + PATIENCE.toSeconds() + " s";
        }
        return Outages.outage(failure)
                ? "it cannot be reached (" + failure.getClass().getSimpleName() + ")"
                : "it refuses (" + failure.getClass().getSimpleName() + ")";
    }
}
