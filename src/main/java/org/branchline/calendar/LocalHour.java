package org.branchline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time by everybody's own clock.
 *
 * @param on the day, by the same clock; null for the next time it is that hour
 */
public record LocalHour(LocalTime at, @Nullable LocalDate on) {

    /**
     * When that is in a zone: without a day within 25 hours, with one on that day, or at once where it is over.
     *
     * @param notBefore what comes out is never earlier
     */
    public Instant in(ZoneId zone, Instant notBefore) {
        if (on != null) {
            Instant that = on(on, zone);
            return that.isBefore(notBefore) ? notBefore : that;
        }
        LocalDate today = notBefore.atZone(zone).toLocalDate();
        Instant first = on(today, zone);
        return first.isBefore(notBefore) ? on(today.plusDays(1), zone) : first;
    }

    private Instant on(LocalDate day, ZoneId zone) {
        return WallClock.first(day.atTime(at), zone);
    }
}
