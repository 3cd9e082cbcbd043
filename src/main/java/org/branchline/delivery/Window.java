package org.branchline.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds to so many messages in any window of time, counted one by one: those of before a pause may go together. Not safe
 * for several threads; time is any monotonic clock in nanoseconds.
 */
final class Window {

    private static final long SECOND_NANOS = 1_000_000_000L;
    /** The platform counts arrivals, we count departures, and one may take longer than the other by so much. */
    private static final long GUARD_NANOS = 12_000_000L;
    /** The same for a minute, where it costs less. */
    private static final long MINUTE_GUARD_NANOS = 600_000_000L;

    private final int most;
    private final long length;
    private final Deque<Long> taken = new ArrayDeque<>(0);

    private Window(int most, long length) {
        this.most = most;
        this.length = length;
    }

    /**
     * @param most messages in any minute, 0 for no limit
     */
    static Window minute(int most) {
        return new Window(most, 60 * SECOND_NANOS + MINUTE_GUARD_NANOS);
    }

    /**
     * @param rate messages in any second, 0 for no limit; below 1, one in so many seconds as that takes
     */
    static Window second(double rate) {
        int most = rate == 0 ? 0 : (int) Math.max(1, rate);
        return new Window(most, rate == 0 ? 0 : (long) (most / rate * SECOND_NANOS) + GUARD_NANOS);
    }

    /**
     * The time in nanoseconds until a message may go, 0 for now.
     *
     * @param ahead how many others go before it
     */
    long delay(int ahead, long now) {
        forget(now);
        int occupied = ahead + taken.size() - most;
        return most == 0 || occupied < 0
                ? 0
                : taken.stream()
                        .skip(occupied)
                        .findFirst()
                        .map(at -> at + length - now)
                        .orElse(length);
    }

    /** Counts a message that leaves, or left; in order. */
    void take(long at) {
        if (most > 0) {
            taken.addLast(at);
            if (taken.size() > most) {
                taken.removeFirst();
            }
        }
    }

    /** Whether nothing that went before counts any more. */
    boolean idle(long now) {
        forget(now);
        return taken.isEmpty();
    }

    private void forget(long now) {
        while (!taken.isEmpty() && now - taken.element() >= length) {
            taken.removeFirst();
        }
    }
}
