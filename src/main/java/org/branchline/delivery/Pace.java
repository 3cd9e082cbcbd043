package org.branchline.delivery;

/**
 * A rate that holds over every window of a second: messages take slots, slots are spread evenly. (The generic cell rate
 * algorithm, ITU-T I.371.) Not safe for several threads; time is any monotonic clock in nanoseconds.
 */
final class Pace {

    private final long interval;
    private final long tolerance;
    private long next = Long.MIN_VALUE;

    private Pace(long interval, long tolerance) {
        this.interval = interval;
        this.tolerance = tolerance;
    }

    /**
     * A pace for a whole bot: even, but a timer that came late catches up.
     *
     * @param rate messages a second, 0 for no limit
     * @param slack how much a slot may be used too early after a late one, in nanoseconds
     */
    static Pace even(double rate, long slack) {
        return new Pace(interval(rate), rate == 0 ? 0 : slack);
    }

    /** A pace for a chat, where {@code burst} messages may go at once after a pause. */
    static Pace bursting(double rate, int burst) {
        return new Pace(interval(rate), interval(rate) * (burst - 1));
    }

    private static long interval(double rate) {
        return rate == 0 ? 0 : (long) (1e9 / rate);
    }

    /** The time in nanoseconds until the next message may go, 0 for now. */
    long delay(long now) {
        return next == Long.MIN_VALUE ? 0 : Math.max(0, next - tolerance - now);
    }

    /** Takes the next slot; only when {@link #delay} is 0. */
    void take(long now) {
        next = (next == Long.MIN_VALUE ? now : Math.max(next, now)) + interval;
    }

    /** Whether nothing that went before counts any more. */
    boolean idle(long now) {
        return next == Long.MIN_VALUE || next <= now;
    }
}
