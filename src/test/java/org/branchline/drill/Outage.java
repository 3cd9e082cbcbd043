package org.branchline.drill;

import java.time.Instant;

/**
 * A time in which nothing was sent.
 *
 * @param gone just before the process or the server was ended
 * @param back just after it was there again
 */
record Outage(Instant gone, Instant back) {

    /** Whether it lies between two sights; the first may come late, of what was sent before. */
    boolean between(Instant first, Instant second) {
        return !first.isAfter(back) && !second.isBefore(gone);
    }
}
