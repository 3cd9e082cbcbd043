package org.branchline.drill;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who come one after the other, until this is closed; somebody at once. */
final class Arrivals implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Arrivals(Duration between, Runnable somebody) {
        clock.scheduleWithFixedDelay(somebody, 0, between.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whoever is on the way comes all the same. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("somebody neither comes nor stays away");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
