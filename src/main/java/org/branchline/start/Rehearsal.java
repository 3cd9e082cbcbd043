package org.branchline.start;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.branchline.ops.health.OpenBots;
import org.eclipse.microprofile.health.Readiness;

/**
 * A whole start that {@code package} makes so that the classes it loads can be archived and the next start is quicker
 * ({@code app-cds.jsa}). It stands on a database of its own, and nothing of the builder's settings reaches it.
 */
final class Rehearsal implements QuarkusApplication {

    /** Set by the build; Quarkus itself would end before anything has started. */
    private static final String ASKED_FOR = "quarkus.appcds.generate";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private static final List<String> SETTINGS = List.of(
            "TELEGRAM_BOT_TOKEN",
            "TELEGRAM_API_URL",
            "TELEGRAM_UPDATES",
            "TELEGRAM_WEBHOOK_SECRET",
            "DATABASE_URL",
            "DATA_KEY",
            "WORKSPACE",
            "COORDINATOR_TELEGRAM_IDS",
            "API_KEY");

    static boolean wanted() {
        return Boolean.getBoolean(ASKED_FOR);
    }

    /** Starts the service, ends it, and leaves nothing behind. */
    static void run() {
        try {
            Path data = Files.createTempDirectory("branchline-rehearsal");
            System.clearProperty(ASKED_FOR);
            for (String name : SETTINGS) {
                System.setProperty(name, "");
                System.setProperty(name + "_FILE", "");
            }
            System.setProperty("DATA_DIR", data.toString());
            System.setProperty("HTTP_PORT", "0");
            Service.run(Rehearsal.class, () -> delete(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sandbox's bot opens a moment after everything else has started; what that loads counts as well. */
    @Override
    public int run(String... args) {
        OpenBots bots = Arc.container()
                .select(OpenBots.class, Readiness.Literal.INSTANCE)
                .get();
        long since = System.nanoTime();
        while (!bots.open() && System.nanoTime() - since < PATIENCE.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (!bots.open()) {
            System.err.println("The sandbox's bot did not open in " + PATIENCE.toSeconds()
                    + " s: the archive of classes lacks what that loads, and a start takes a little longer.");
        }
        return 0;
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
