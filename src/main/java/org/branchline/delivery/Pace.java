package org.branchline.delivery;

/**
 * A rate: messages take slots, slots are spread evenly. (The generic cell rate algorithm, ITU-T I.371.) Not safe for
 * several threads; time is any monotonic clock in nanoseconds.
 */
final class Pace {

    /** How far late slots are caught up. */
    private static final long CATCH_UP_NANOS = 40_000_000L;

    private final long interval;
    private final long tolerance;
    private final Window window;
    private long next = Long.MIN_VALUE;

    private Pace(long interval, long tolerance, Window window) {
        this.interval = interval;
        this.tolerance = tolerance;
        this.window = window;
    }

    /**
     * A pace for a whole bot: even, but what came late is caught up as far as any second holds no more than the rate.
     *
     * @param rate messages a second, 0 for no limit
     */
    static Pace even(double rate) {
        return new Pace(interval(rate), rate == 0 ? 0 : CATCH_UP_NANOS, Window.second(rate));
    }

    /** A pace for a chat, where {@code burst} messages may go at once after a pause. */
    static Pace bursting(double rate, int burst) {
        return new Pace(interval(rate), interval(rate) * (burst - 1), Window.second(0));
    }

    private static long interval(double rate) {
        return rate == 0 ? 0 : (long) (1e9 / rate);
    }

    /** The time in nanoseconds until the next message may go, 0 for now. */
    long delay(long now) {
        return next == Long.MIN_VALUE ? 0 : Math.max(window.delay(0, now), next - tolerance - now);
    }

    /** Takes the next slot; only when {@link #delay} is 0. */
    void take(long now) {
        next = (next == Long.MIN_VALUE ? now : Math.max(next, now)) + interval;
        window.take(now);
    }

    /** Whether nothing that went before counts any more. */
    boolean idle(long now) {
        return (next == Long.MIN_VALUE || next <= now) && window.idle(now);
    }
}
