package org.branchline.ops;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready any more once the process was told to end: it takes nothing in and finishes what is under way. */
@Readiness
@Singleton
class Ending implements HealthCheck {

    private static final int BEFORE_ALL = 0;

    private volatile boolean begun;

    void begin(@Observes @Priority(BEFORE_ALL) ShutdownEvent shutdown) {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public HealthCheckResponse call() {
        return begun
                ? HealthCheckResponse.named("Process stays")
                        .down()
                        .withData("what", "it was told to end and finishes what is under way, 40 s at most")
                        .withData("do", "Nothing: another replica, or the next start, goes on.")
                        .build()
                : HealthCheckResponse.up("Process stays");
    }
}
