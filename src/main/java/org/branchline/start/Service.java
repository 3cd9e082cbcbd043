package org.branchline.start;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.branchline.database.Settings;
import org.branchline.database.ground.Ground;

/** The service from its ground up; the ground goes last, after everything that stands on it. */
final class Service {

    /** Quarkus's own shutdown, then the server's: 20 s each at most. */
    private static final long PATIENCE_SECONDS = 45;

    private Service() {}

    static void run() {
        Ground ground = Ground.lay(Settings.ofProcess());
        ground.properties().forEach(System::setProperty);
        CountDownLatch closed = new CountDownLatch(1);
        // The process ends when its shutdown hooks have, whatever the main thread still does.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "ground"));
        Quarkus.run(null, (code, failure) -> {
            ground.close();
            closed.countDown();
            System.exit(code);
        });
    }

    private static void await(CountDownLatch closed) {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The service did not stop in time; the next start recovers what it left.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
