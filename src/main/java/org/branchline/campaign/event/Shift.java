package org.branchline.campaign.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.jspecify.annotations.Nullable;

/**
 * One time at which an event takes place.
 *
 * @param places how many there are, null for as many as come
 * @param minimum below it the shift is thin
 * @param taken places that are held or offered
 * @param waiting how many wait for one
 * @param edition how often it was moved
 */
public record Shift(
        long id,
        Event event,
        Instant startsAt,
        Instant endsAt,
        @Nullable Integer places,
        int minimum,
        int taken,
        int waiting,
        boolean open,
        int edition) {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** How full a shift is. */
    public enum Filling {
        THIN,
        OPEN,
        FULL
    }

    /** How full it is. */
    public Filling filling() {
        if (places != null && taken >= places) {
            return Filling.FULL;
        }
        return taken < minimum ? Filling.THIN : Filling.OPEN;
    }

    /** How many places nobody holds or is offered; only where they are counted. */
    public int free() {
        if (places == null) {
            throw new IllegalStateException("Nobody counts the places of shift " + id);
        }
        return Math.max(0, places - taken);
    }

    /** How many more it could use: up to its places, or its minimum where nobody counts places; empty for none. */
    public Optional<Integer> wanted() {
        int most = places == null ? minimum : places;
        return most > taken && waiting == 0 ? Optional.of(most - taken) : Optional.empty();
    }

    /** Whether any of it falls into somebody's night. */
    public boolean atNight(QuietHours quiet, ZoneId zone) {
        for (Instant at = startsAt; at.isBefore(endsAt); at = at.plus(HALF_AN_HOUR)) {
            if (quiet.at(at.atZone(zone).toLocalTime())) {
                return true;
            }
        }
        return quiet.at(endsAt.minusSeconds(1).atZone(zone).toLocalTime());
    }

    /** Whether both take place at the same time, be it for a moment. */
    public boolean overlaps(Instant begins, Instant ends) {
        return startsAt.isBefore(ends) && begins.isBefore(endsAt);
    }

    /** The same at another time. */
    public Shift at(Instant begins) {
        Instant ends = begins.plus(Duration.between(startsAt, endsAt));
        return new Shift(id, event, begins, ends, places, minimum, taken, waiting, open, edition);
    }

    public boolean over(Instant now) {
        return !endsAt.isAfter(now);
    }

    public boolean begun(Instant now) {
        return !startsAt.isAfter(now);
    }
}
