package org.branchline.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When people of an area may be called, by the clock there.
 *
 * @param days the hours of each day on which anybody may be called
 * @param closed the days on which nobody may, whatever day of the week it is
 */
public record CallingHours(ZoneId zone, Map<DayOfWeek, Hours> days, Set<LocalDate> closed) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");

    public CallingHours {
        days = Map.copyOf(days);
        closed = Set.copyOf(closed);
    }

    /** Without days on which nobody may be called. */
    public CallingHours(ZoneId zone, Map<DayOfWeek, Hours> days) {
        this(zone, days, Set.of());
    }

    /**
     * The hours of a day.
     *
     * @param until after {@code from}; calls are over by then
     */
    public record Hours(LocalTime from, LocalTime until) {
        public Hours {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException("until must be after from: " + from + "-" + until);
            }
        }

        /** As {@code organisation.yaml} has them: {@code 09:00-21:00}; empty where that is no such hours. */
        public static Optional<Hours> read(String written) {
            Matcher hours = WRITTEN.matcher(written);
            try {
                return hours.matches()
                        ? Optional.of(new Hours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2))))
                        : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException impossible) {
                return Optional.empty();
            }
        }
    }

    /** The same hours on some days, others on the others. */
    public static CallingHours of(ZoneId zone, Hours weekdays, Hours weekends) {
        Map<DayOfWeek, Hours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, day.compareTo(DayOfWeek.SATURDAY) < 0 ? weekdays : weekends);
        }
        return new CallingHours(zone, days);
    }

    /** Whether anybody may be called there all the time from one moment to another. */
    public boolean allow(Instant from, Instant until) {
        ZonedDateTime begins = from.atZone(zone);
        ZonedDateTime ends = until.atZone(zone);
        Hours hours = on(begins.toLocalDate());
        return hours != null
                && begins.toLocalDate().equals(ends.toLocalDate())
                && !begins.toLocalTime().isBefore(hours.from())
                && !ends.toLocalTime().isAfter(hours.until());
    }

    /** Those of a day of the week, null where nobody may be called on it. */
    public @Nullable Hours on(DayOfWeek day) {
        return days.get(Objects.requireNonNull(day));
    }

    /** Those of a day, null where nobody may be called on it. */
    public @Nullable Hours on(LocalDate day) {
        return closed.contains(day) ? null : on(day.getDayOfWeek());
    }

    /** Whether a moment lies on a closed day there. */
    public boolean closed(Instant moment) {
        return closed.contains(moment.atZone(zone).toLocalDate());
    }
}
