package org.branchline.start;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.database.Transactions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while Postgres answers. Asked in a transaction of ours, which is cut when no answer comes: a question on the bare pool
 * would keep its connection for ever where the way to Postgres fell silent, and with enough questions all of them.
 */
@Readiness
@Singleton
class PostgresAnswers implements AsyncHealthCheck {

    /** Kubernetes's probe gives up after 3 s, and says less then. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Transactions transactions;

    PostgresAnswers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return transactions
                .acrossOrganisations(tx -> tx.query("select 1"))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItemOrFailure()
                .transform((rows, failure) -> HealthCheckResponse.named("Postgres answers")
                        .status(failure == null)
                        .build());
    }
}
