package org.branchline.database;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Postgres's clock showed, and when that was on this process's monotonic clock.
 *
 * @param time Postgres's time with the offset
 * @param offset how far the clock is moved, null before Postgres was asked
 * @param nanos monotonic, when it was read
 * @param floor what was shown before; nothing earlier is shown
 */
record Reading(Instant time, @Nullable Duration offset, long nanos, Instant floor) {

    /** A clock that seems to have gone back further was set right, and is followed: standing still would stop all plans. */
    static final Duration LONGEST_STAND = Duration.ofMinutes(1);

    /** This process's own time, until Postgres was asked. */
    static Reading first(Instant time, long nanos) {
        return new Reading(time, null, nanos, Instant.MIN);
    }

    /** What the clock shows now. */
    Instant at(long now) {
        Instant moved = time.plusNanos(now - nanos);
        return moved.isBefore(floor) ? floor : moved;
    }

    /** The next look at Postgres. */
    Reading then(Instant postgres, Duration newOffset, long now) {
        Instant shown = at(now);
        Instant read = postgres.plus(newOffset);
        boolean stands =
                newOffset.equals(offset) && Duration.between(read, shown).compareTo(LONGEST_STAND) <= 0;
        return new Reading(read, newOffset, now, stands ? shown : Instant.MIN);
    }
}
