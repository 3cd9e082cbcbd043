package org.branchline.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The process that holds the bot's lease is killed, or stands still until its lease is long another's. */
final class HolderGone implements Mishap {

    /** Until the next process looks whether the lease is free: three tenths of it, and what a busy machine adds. */
    private static final double UNTIL_THE_NEXT_LOOK = 3;

    /** How it goes. */
    enum Way {
        /** {@code kill -9}. */
        KILLED {
            @Override
            void happen(HolderGone all, Stage stage, Replica holder, long since) {
                holder.kill();
                all.passed.add(stage.awaitAnotherThan(holder, since));
                holder.start();
            }
        },
        /** {@code SIGSTOP} for two leases. */
        PAUSED {
            @Override
            void happen(HolderGone all, Stage stage, Replica holder, long since) {
                holder.freeze();
                try {
                    all.passed.add(stage.awaitAnotherThan(holder, since));
                    stage.await(
                            "two leases",
                            () -> System.nanoTime() - since
                                    >= all.lease.multipliedBy(2).toNanos());
                } finally {
                    holder.thaw();
                }
            }
        };

        abstract void happen(HolderGone all, Stage stage, Replica holder, long since);
    }

    private final Way way;
    private final Duration lease;
    private final List<Double> passed = new ArrayList<>();

    /**
     * @param lease how long it is
     */
    HolderGone(Way way, Duration lease) {
        this.way = way;
        this.lease = lease;
    }

    @Override
    public Outage happen(Stage stage, int time) {
        Replica holder = stage.replicas().holder();
        Instant gone = Instant.now();
        long since = System.nanoTime();
        way.happen(this, stage, holder, since);
        // What the one that was gone had under way is taken up by whoever holds the lease now.
        stage.await("it is ready again", () -> stage.readiness().seen(holder.port(), true, since) < Double.MAX_VALUE);
        return new Outage(gone, Instant.now());
    }

    @Override
    public void into(Figures figures, Stage stage) {
        figures.atMost(
                "lease_passed_seconds",
                passed.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                lease.toSeconds() + UNTIL_THE_NEXT_LOOK);
    }
}
