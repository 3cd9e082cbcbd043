package org.branchline.drill;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time in which nothing was sent.
 *
 * @param gone just before the process or the server was ended
 * @param back just after it was there again
 */
record Outage(Instant gone, Instant back) {

    /** Whether it may lie between two moments given in whole seconds. */
    boolean between(Instant first, Instant second) {
        return !first.isAfter(back) && !second.isBefore(gone.truncatedTo(ChronoUnit.SECONDS));
    }
}
