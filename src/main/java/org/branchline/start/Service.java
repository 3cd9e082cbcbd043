package org.branchline.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.branchline.database.Settings;
import org.branchline.database.ground.Ground;
import org.branchline.sandbox.Sandbox;
import org.branchline.start.doctor.Doctor;
import org.branchline.start.settings.Played;
import org.branchline.start.settings.Variable;
import org.branchline.telegram.TelegramConfig;
import org.jspecify.annotations.Nullable;

/** The service from its ground up; the ground goes last, after everything that stands on it. */
final class Service {

    /** What is told before, Quarkus's own shutdown, then the server's: a second, and 20 s each at most. */
    private static final long PATIENCE_SECONDS = 45;

    /** So long a process that is to stop still takes updates, so that whoever asks whether it is ready knows before. */
    private static final Duration KNOWN_AFTER = Duration.ofSeconds(1);

    private Service() {}

    static void run() {
        run(null, () -> {});
    }

    /**
     * Runs until it is stopped.
     *
     * @param application what to do once it is up; null to serve
     * @param last done when all is closed
     */
    static void run(@Nullable Class<? extends QuarkusApplication> application, Runnable last) {
        Settings settings = Settings.ofProcess();
        // Before anything starts, so that a mistake is one line and nothing has to be undone.
        Variable.check(settings);
        Played.refusal(settings).ifPresent(problem -> {
            throw problem;
        });
        Ground ground = Ground.lay(settings);
        Optional<Sandbox> sandbox = SandboxBeside.start(settings);
        ground.properties().forEach(System::setProperty);
        settings.text("HTTP_PORT").ifPresent(port -> System.setProperty("quarkus.http.port", port));
        if (TelegramConfig.of(settings::text).updates() == TelegramConfig.Updates.WEBHOOK) {
            System.setProperty("quarkus.shutdown.delay", KNOWN_AFTER.toString());
        }
        settings.text("LOG_LEVEL").ifPresent(level -> System.setProperty("quarkus.log.level", level));
        CountDownLatch closed = new CountDownLatch(1);
        // The process ends when its shutdown hooks have, whatever the main thread still does.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "ground"));
        Quarkus.run(application, (code, failure) -> {
            sandbox.ifPresent(Sandbox::close);
            ground.close();
            last.run();
            closed.countDown();
            System.exit(said(failure) ? 1 : code);
        });
    }

    private static boolean said(@Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(StartFailure.words(failure, System.getProperty("quarkus.http.port", Doctor.USUAL_PORT)));
        }
        return failure != null;
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
