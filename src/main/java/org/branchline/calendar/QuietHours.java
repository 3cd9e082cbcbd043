package org.branchline.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which nothing is sent to a member that they did not ask for, by the clock where they live.
 *
 * @param until from then on it is sent again; the same as {@code from} where there are no such hours
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** Unless an organisation says otherwise. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");

    /** As {@code organisation.yaml} has them: {@code 21:00-08:00}, or {@code none}; empty where it is neither. */
    public static Optional<QuietHours> read(String written) {
        if (written.equals("none")) {
            return Optional.of(NONE);
        }
        Matcher hours = WRITTEN.matcher(written);
        try {
            return hours.matches()
                    ? Optional.of(new QuietHours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2))))
                    : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** Those of a member: their own where they have some, wider or narrower, else these of their organisation. */
    public QuietHours forMember(@Nullable QuietHours own) {
        return own == null ? this : own;
    }

    public boolean none() {
        return from.equals(until);
    }

    /** Whether it is quiet when the clock shows this. */
    public boolean at(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        return !none() && (from.isBefore(until) ? begun && !over : begun || !over);
    }

    /** The first moment from then on in which it is not quiet in a zone: the same where it is not quiet then. */
    public Instant end(Instant then, ZoneId zone) {
        LocalTime time = then.atZone(zone).toLocalTime();
        if (!at(time)) {
            return then;
        }
        LocalDate day = then.atZone(zone).toLocalDate();
        Instant end = WallClock.first((time.isBefore(until) ? day : day.plusDays(1)).atTime(until), zone);
        // Put back in the night, clocks show the end twice: once is enough.
        return end.isBefore(then) ? then : end;
    }

    /** As {@link #read} reads it. */
    @Override
    public String toString() {
        return none() ? "none" : from + "-" + until;
    }
}
