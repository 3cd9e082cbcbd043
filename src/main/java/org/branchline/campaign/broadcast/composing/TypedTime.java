package org.branchline.campaign.broadcast.composing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.calendar.LocalHour;
import org.jspecify.annotations.Nullable;

/** Reads when a message shall go as people type it, in English or Danish: "tomorrow 18:00", "Friday 9.30 until 20:00". */
final class TypedTime {

    private static final Pattern UNTIL = Pattern.compile("\\b(?:until|till|before|by|til|inden|senest)\\b");
    private static final Pattern NOW = Pattern.compile("\\s*(?:now|nu|at once|straks)\\s*");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern DAY_FIRST = Pattern.compile("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\b");
    private static final Pattern CLOCK = Pattern.compile("\\b(\\d{1,2})[:.](\\d{2})(?!\\d)\\s*(am|pm)?");
    private static final Pattern HOUR = Pattern.compile("\\b(\\d{1,2})\\s*(am|pm)?(?![\\d:.])");
    private static final Pattern TODAY = Pattern.compile("\\b(?:today|tonight|i dag|i aften)\\b");
    private static final Pattern TOMORROW = Pattern.compile("\\b(?:tomorrow|i morgen)\\b");

    /** From Monday on. */
    private static final List<Pattern> WEEKDAYS = List.of(
            weekday("mon(?:day)?|mandag"),
            weekday("tue(?:s|sday)?|tirsdag"),
            weekday("wed(?:nesday)?|onsdag"),
            weekday("thu(?:rs|rsday)?|torsdag"),
            weekday("fri(?:day)?|fredag"),
            weekday("sat(?:urday)?|lørdag"),
            weekday("sun(?:day)?|søndag"));

    private static final int NOON = 12;

    private TypedTime() {}

    /** An hour, and the day it names, if any. */
    private record Read(LocalTime at, @Nullable LocalDate on) {}

    /**
     * What was typed; empty where no time can be found in it.
     *
     * @param now by the writer's clock
     */
    static Optional<Going> read(String typed, ZonedDateTime now) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\bkl\\b\\.?", " ");
        Matcher until = UNTIL.matcher(text);
        String start = until.find() ? text.substring(0, until.start()) : text;
        String end = start.length() == text.length() ? "" : text.substring(until.end());
        Optional<Read> beginning = time(start, now);
        boolean atOnce = NOW.matcher(start).matches() || (start.isBlank() && !end.isEmpty());
        if (beginning.isEmpty() && !atOnce) {
            return Optional.empty();
        }
        LocalDate day = beginning.map(Read::on).orElse(null);
        Instant finishBy = null;
        if (!end.isEmpty()) {
            Optional<Instant> finish = time(end, now).map(read -> end(read, day, now));
            if (finish.isEmpty()) {
                return Optional.empty();
            }
            finishBy = finish.get();
        }
        Instant last = finishBy;
        return Optional.of(beginning
                .map(read -> Going.at(read.at(), read.on(), last))
                .orElseGet(() -> new Going(true, null, null, true, false, last)));
    }

    /** An end without a day is on the day of the beginning, else the next time it is that hour. */
    private static Instant end(Read read, @Nullable LocalDate day, ZonedDateTime now) {
        LocalDate on = read.on() == null ? day : read.on();
        return new LocalHour(read.at(), on).in(now.getZone(), now.toInstant());
    }

    private static Optional<Read> time(String text, ZonedDateTime now) {
        try {
            LocalDate date = date(text);
            String rest = DAY_FIRST.matcher(ISO.matcher(text).replaceAll(" ")).replaceAll(" ");
            Matcher clock = CLOCK.matcher(rest);
            Matcher hour = HOUR.matcher(rest);
            LocalTime at;
            if (clock.find()) {
                at = LocalTime.of(hour(clock.group(1), clock.group(3)), Integer.parseInt(clock.group(2)));
            } else if (hour.find()) {
                at = LocalTime.of(hour(hour.group(1), hour.group(2)), 0);
            } else {
                return Optional.empty();
            }
            return Optional.of(new Read(at, date == null ? named(rest, at, now) : date));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int hour(String digits, @Nullable String half) {
        int hour = Integer.parseInt(digits);
        return half == null ? hour : hour % NOON + (half.equals("pm") ? NOON : 0);
    }

    private static @Nullable LocalDate date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher day = DAY_FIRST.matcher(text);
        return day.find() ? LocalDate.of(number(day, 3), number(day, 2), number(day, 1)) : null;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable LocalDate named(String text, LocalTime at, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        if (TODAY.matcher(text).find()) {
            return today;
        }
        if (TOMORROW.matcher(text).find()) {
            return today.plusDays(1);
        }
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (WEEKDAYS.get(weekday.getValue() - 1).matcher(text).find()) {
                boolean over = today.getDayOfWeek() == weekday && !at.isAfter(now.toLocalTime());
                return over ? today.plusWeeks(1) : today.with(TemporalAdjusters.nextOrSame(weekday));
            }
        }
        return null;
    }

    private static Pattern weekday(String names) {
        return Pattern.compile("\\b(?:" + names + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
