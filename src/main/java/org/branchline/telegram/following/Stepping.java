package org.branchline.telegram.following;

import java.time.Duration;

/**
 * Decides whether what fell due is done, so that the clock may go on. What does not become less for {@link #PATIENCE} is
 * waited for no longer, at later steps too: the clock always gets where it is to go. Nanoseconds are monotonic.
 *
 * @param tolerated how much may be left
 * @param left how much was at the last look, -1 before the first
 * @param since when that was seen first
 */
record Stepping(long tolerated, long left, long since) {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    static final Stepping FIRST = new Stepping(0, -1, 0);

    /** The clock was moved. */
    Stepping moved() {
        return new Stepping(tolerated, -1, 0);
    }

    Stepping looked(long nowLeft, long nanos) {
        if (nowLeft != left) {
            return new Stepping(Math.min(tolerated, nowLeft), nowLeft, nanos);
        }
        return nanos - since < PATIENCE.toNanos() ? this : new Stepping(left, left, since);
    }

    boolean done() {
        return left >= 0 && left <= tolerated;
    }
}
