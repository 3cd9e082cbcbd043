package org.branchline.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets people act, so many times a second and whoever waits longest first, whether or not the service keeps up. Nobody acts
 * again before they see the answer, so no more turns are under way than there are people; what is missed meanwhile is made
 * up for, and how far behind it fell is kept.
 */
final class Turns implements AutoCloseable {

    private static final long TICK_MILLIS = 5;
    /** What was missed is made up for at most so much faster. */
    private static final double HASTE = 2;
    /** What is planned and not reached is under way when the time is over. */
    private static final double SHARE = 0.98;
    /** A lease, the requests of whoever held it, and what waited meanwhile. */
    private static final Duration AROUND = Duration.ofSeconds(40);

    /**
     * An act and its answer.
     *
     * @param at when the person acted
     * @param nanos until the person saw what comes next
     */
    record Answered(Instant at, long nanos) {

        double millis() {
            return nanos / 1e6;
        }
    }

    private final double aSecond;
    private final long begun = System.nanoTime();
    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final List<Answered> answered = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private long last = begun;
    private double allowed;
    private long given;
    private double behind;

    Turns(double aSecond) {
        this.aSecond = aSecond;
        clock.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Where one person waits for a turn. */
    Executor seat() {
        return new Seat();
    }

    private final class Seat implements Executor {

        private volatile long acted;
        private volatile Instant at = Instant.MIN;

        @Override
        public void execute(Runnable act) {
            if (acted != 0) {
                answered(new Answered(at, System.nanoTime() - acted));
            }
            ready.add(() -> {
                acted = System.nanoTime();
                at = Instant.now();
                act.run();
            });
        }
    }

    private synchronized void answered(Answered one) {
        answered.add(one);
    }

    private void tick() {
        while (!ready.isEmpty() && due()) {
            act(ready.remove());
        }
    }

    /** Whether another turn is due; it is given then. */
    private synchronized boolean due() {
        long now = System.nanoTime();
        allowed = Math.min(1 + aSecond * HASTE / 10, allowed + (now - last) / 1e9 * aSecond * HASTE);
        last = now;
        double owed = seconds() * aSecond - given;
        if (owed < 1 || allowed < 1) {
            return false;
        }
        behind = Math.max(behind, owed / aSecond);
        given++;
        allowed--;
        return true;
    }

    private static void act(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            // Whoever it was is left, and counted as such; the others go on.
            System.out.println("an act failed: " + e);
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /**
     * How it went so far; how quick answers were apart from a while around outages, too.
     *
     * @param held whether the pace was to be held
     */
    synchronized void into(Figures figures, List<Outage> outages, boolean held) {
        double[] all = sorted(answered);
        double[] calm = sorted(answered.stream()
                .filter(each -> outages.stream().noneMatch(outage -> around(outage, each)))
                .toList());
        figures.add("turns", given)
                .add("seconds", seconds())
                .atLeast("turns_a_second", given / seconds(), held ? aSecond * SHARE : 0)
                .add("behind_seconds_most", behind)
                .add("p50_ms", percentile(all, 0.5))
                .add("p99_ms", percentile(all, 0.99));
        if (calm.length > 0) {
            figures.add("p99_ms_apart_from_kills", percentile(calm, 0.99));
        }
    }

    private static boolean around(Outage outage, Answered one) {
        return !one.at().isBefore(outage.gone().minus(AROUND))
                && one.at().isBefore(outage.back().plus(AROUND));
    }

    private static double[] sorted(List<Answered> some) {
        return some.stream().mapToDouble(Answered::millis).sorted().toArray();
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
