package org.branchline.ops.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.database.Transactions;
import org.branchline.database.ground.Release;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the schema is this release's or a newer one: it is when a process starts, and a backup that was put back
 * underneath takes that away. While Postgres does not answer this says what it knew last, and another check says that.
 */
@Readiness
@Singleton
class SchemaIsNew implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NEWEST =
            "select coalesce(max(version::int), 0) as version from flyway_schema_history where success and version is not null";

    private final Transactions transactions;
    private final int needed = Release.schema();
    private volatile int found = needed;

    SchemaIsNew(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return transactions
                .acrossOrganisations(tx -> tx.query(NEWEST))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(rows -> found = rows.iterator().next().getInteger("version"))
                .onItemOrFailure()
                .transform((rows, failure) -> response());
    }

    private HealthCheckResponse response() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Schema is new enough")
                .withData("found", found)
                .withData("needed", needed);
        return found >= needed
                ? response.up().build()
                : response.down()
                        .withData(
                                "do", "Run the command migrate of this release as the database's owner, then restart.")
                        .build();
    }
}
