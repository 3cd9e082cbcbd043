package org.branchline.ops.health;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started, and ready, once the workspace is read, checked and applied; one with a mistake ends the process instead. */
@Startup
@Readiness
@Singleton
public class AppliedWorkspaces implements HealthCheck {

    private volatile List<String> organisations = List.of();

    /** These organisations' files are applied. */
    public void of(List<String> keys) {
        organisations = List.copyOf(keys);
    }

    @Override
    public HealthCheckResponse call() {
        return organisations.isEmpty()
                ? HealthCheckResponse.named("Workspace is applied")
                        .down()
                        .withData("what", "it is being read: a start takes seconds; the log says what it waits for")
                        .build()
                : HealthCheckResponse.named("Workspace is applied")
                        .up()
                        .withData("organisations", String.join(", ", organisations))
                        .build();
    }
}
