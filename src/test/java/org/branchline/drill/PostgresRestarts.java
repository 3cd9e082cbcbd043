package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** {@code pg_ctl stop -m immediate} while answers come in by webhook; the server stays away for some seconds. */
final class PostgresRestarts {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration HEALED = Duration.ofSeconds(10);

    /**
     * Monotonic nanoseconds.
     *
     * @param starting until then the server is certainly away
     * @param back from then on it is certainly there
     */
    private record Gap(long gone, long starting, long back) {}

    private final Path folder;
    private final int people;
    private final int updatesEach;
    private final int restarts;

    PostgresRestarts(Path folder, int people, int updatesEach, int restarts) {
        this.folder = folder;
        this.people = people;
        this.updatesEach = updatesEach;
        this.restarts = restarts;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("answers/postgres");
        try (Installation installation = new Installation(folder)) {
            installation.open(Installation.Updates.WEBHOOK);
            Crowd crowd = new Crowd(
                    installation.control(),
                    Audit.bundled(),
                    people,
                    number -> Volunteer.Manner.thorough(updatesEach, false));
            crowd.begin();
            List<Gap> gaps = new ArrayList<>();
            List<Outage> outages = new ArrayList<>();
            try (Probe probe = new Probe(installation.webhook())) {
                long total = (long) people * updatesEach;
                for (int restart = 1; restart <= restarts; restart++) {
                    crowd.awaitUpdates(restart * total / (restarts + 1), PATIENCE);
                    Instant gone = Instant.now();
                    gaps.add(away(installation));
                    long back = gaps.get(gaps.size() - 1).back();
                    outages.add(new Outage(gone, Instant.now()));
                    while (probe.firstSuccess(back) == Double.POSITIVE_INFINITY
                            && System.nanoTime() - back < HEALED.toNanos()) {
                        LockSupport.parkNanos(50_000_000);
                    }
                }
                crowd.awaitAll(PATIENCE);
                figures.exactly("restarts", gaps.size(), restarts)
                        .atMost(
                                "slowest_503_seconds",
                                gaps.stream()
                                        .mapToDouble(gap -> probe.slowest(503, gap.gone(), gap.back()))
                                        .max()
                                        .orElse(0),
                                2)
                        .exactly(
                                "not_503_while_away",
                                gaps.stream()
                                        .mapToLong(gap -> probe.otherThan(503, gap.gone(), gap.starting()))
                                        .sum(),
                                0)
                        .atMost(
                                "first_success_seconds",
                                gaps.stream()
                                        .mapToDouble(gap -> probe.firstSuccess(gap.back()))
                                        .max()
                                        .orElse(0),
                                5);
            }
            figures.add("updates", crowd.updates());
            try (Connection database = installation.operator()) {
                crowd.into(figures, database, outages);
            }
        }
        return figures;
    }

    private static Gap away(Installation installation) {
        installation.postgres("stop", "--mode=immediate");
        long gone = System.nanoTime();
        while (System.nanoTime() - gone < AWAY.toNanos()) {
            LockSupport.parkNanos(AWAY.toNanos() - (System.nanoTime() - gone));
        }
        long starting = System.nanoTime();
        installation.postgres("start");
        return new Gap(gone, starting, System.nanoTime());
    }
}
