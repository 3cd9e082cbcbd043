package org.branchline.ops.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Lives as long as it answers at all: nothing it waits for is mended by ending it. */
@Liveness
@Singleton
class Answers implements HealthCheck {

    private final long began = System.nanoTime();

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Process answers")
                .up()
                .withData("seconds", Duration.ofNanos(System.nanoTime() - began).toSeconds())
                .build();
    }
}
