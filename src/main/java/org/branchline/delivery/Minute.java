package org.branchline.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds a group to so many messages in any minute, counted one by one: those of before a pause may go together. Not safe
 * for several threads; time is any monotonic clock in nanoseconds.
 */
final class Minute {

    /** The platform counts arrivals, we count departures: stay 1 % above its minute. */
    private static final long LENGTH_NANOS = 60_600_000_000L;

    private final int most;
    private final Deque<Long> taken = new ArrayDeque<>(0);

    /**
     * @param most messages a minute, 0 for no limit
     */
    Minute(int most) {
        this.most = most;
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
                        .map(at -> at + LENGTH_NANOS - now)
                        .orElse(LENGTH_NANOS);
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
        while (!taken.isEmpty() && now - taken.element() >= LENGTH_NANOS) {
            taken.removeFirst();
        }
    }
}
