package org.branchline.campaign.broadcast.composing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.branchline.calendar.LocalHour;
import org.branchline.calendar.WallClock;
import org.branchline.campaign.broadcast.Timing;
import org.branchline.campaign.broadcast.When;
import org.jspecify.annotations.Nullable;

/**
 * When a message to many shall go, as its writer says it.
 *
 * @param said false while the writer is asked
 * @param at the hour, null for now
 * @param on its day, null for the next time it is that hour
 * @param own whether by everybody's own clock, else by the writer's
 * @param nights whether in quiet hours too
 * @param finishBy what has not left by then is not sent; null for no such end
 */
record Going(
        boolean said,
        @Nullable LocalTime at,
        @Nullable LocalDate on,
        boolean own,
        boolean nights,
        @Nullable Instant finishBy) {

    static final Going NOW = new Going(true, null, null, true, false, null);

    Going asked() {
        return new Going(false, at, on, own, nights, finishBy);
    }

    Going own(boolean everybodys) {
        return new Going(true, at, on, everybodys, nights, finishBy);
    }

    Going nights(boolean too) {
        return new Going(true, at, on, own, too, finishBy);
    }

    /** By everybody's own clock. */
    static Going at(LocalTime hour, @Nullable LocalDate day, @Nullable Instant finishBy) {
        return new Going(true, hour, day, true, false, finishBy);
    }

    /** Whether an hour without a day has become another day's in a zone. */
    boolean moved(ZoneId zone, Instant before, Instant now) {
        if (at == null || on != null) {
            return false;
        }
        LocalHour hour = new LocalHour(at, null);
        return !hour.in(zone, before).equals(hour.in(zone, now));
    }

    /**
     * The same as a broadcast has it.
     *
     * @param zone the writer's
     */
    Timing timing(ZoneId zone, Instant now) {
        if (at == null) {
            return new Timing(new When.Now(), nights, finishBy);
        }
        LocalHour hour = new LocalHour(at, on);
        When when = own
                ? new When.OwnHour(hour)
                : new When.At(on == null ? hour.in(zone, now) : WallClock.first(on.atTime(at), zone));
        return new Timing(when, nights, finishBy);
    }
}
