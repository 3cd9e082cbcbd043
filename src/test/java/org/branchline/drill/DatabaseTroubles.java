package org.branchline.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.branchline.drill.DatabaseTrouble.Gap;

/** Troubles of one installation's database, one after the other, and how its webhook answers meanwhile. */
final class DatabaseTroubles implements AutoCloseable {

    private static final long LOOK_NANOS = 50_000_000;

    private final Installation installation;
    private final DatabaseTrouble trouble;
    private final Probe probe;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();

    DatabaseTroubles(Installation installation, DatabaseTrouble trouble) {
        this.installation = installation;
        this.trouble = trouble;
        this.probe = new Probe(installation.webhook());
    }

    /** Once more; returns when an update is taken again, or nobody would wait for it any longer. */
    void happen() {
        Instant gone = Instant.now();
        Gap gap = trouble.happen(installation);
        gaps.add(gap);
        outages.add(new Outage(gone, Instant.now()));
        long patience = TimeUnit.SECONDS.toNanos((long) (2 * trouble.healedWithin()));
        while (probe.firstSuccess(gap.back()) == Double.POSITIVE_INFINITY
                && System.nanoTime() - gap.back() < patience) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    List<Outage> outages() {
        return outages;
    }

    void into(Figures figures, int times) {
        figures.exactly(trouble == DatabaseTrouble.STOPPED ? "restarts" : "freezes", gaps.size(), times)
                .atMost(
                        "slowest_503_seconds",
                        gaps.stream()
                                .mapToDouble(gap -> probe.slowest(503, gap.gone(), gap.back()))
                                .max()
                                .orElse(0),
                        trouble.refusedWithin())
                .exactly(
                        "not_503_while_away",
                        gaps.stream()
                                .mapToLong(gap -> probe.otherThan(503, gap.gone(), gap.ending()))
                                .sum(),
                        0)
                .atMost(
                        "first_success_seconds",
                        gaps.stream()
                                .mapToDouble(gap -> probe.firstSuccess(gap.back()))
                                .max()
                                .orElse(0),
                        trouble.healedWithin());
    }

    @Override
    public void close() {
        probe.close();
    }
}
