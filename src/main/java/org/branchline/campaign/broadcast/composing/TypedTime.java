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
import java.util.stream.IntStream;
import org.branchline.calendar.LocalHour;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a message shall go as people type it, in English or Danish: "tomorrow 18:00", "Friday 9.30 until 20:00".
 * Where a word or number is left over nothing is read: it may have meant another day.
 */
final class TypedTime {

    private static final Pattern UNTIL = of("\\b(?:until|till|before|by|til|inden|senest)\\b");
    private static final Pattern NOW = of("\\s*(?:now|nu|at once|straks)\\s*");
    private static final Pattern ISO = of("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern DAY_FIRST = of("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\b");
    private static final Pattern DAY_AND_MONTH = of("(?<![\\d.:])(\\d{1,2})\\.\\s?(0?[1-9]|1[0-2])\\.(?!\\d)");
    private static final Pattern TODAY = of("\\b(?:today|i dag)\\b");
    private static final Pattern TOMORROW = of("\\b(?:tomorrow|i morgen)\\b");
    private static final Pattern AFTER_TOMORROW = of("\\b(?:day after tomorrow|i overmorgen)\\b");

    private static final Pattern CLOCK_NAMED =
            of("\\b(?:kl\\b\\.?|klokken)\\s*(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?(?!\\d)\\s*(?<half>am|pm)?");
    private static final Pattern CLOCK = of("\\b(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?!\\d)\\s*(?<half>am|pm)?");
    private static final Pattern HOUR = of("\\b(?<hour>\\d{1,2})(?<minute>)\\s*(?<half>am|pm)?(?![\\d:.])");

    private static final Pattern FILLER = of("\\b(?:at|on|the|of|from|o['’]clock|den|d|på|fra|kl|klokken)\\b");
    private static final Pattern LEFT_OVER = of("[\\p{L}\\p{N}]");

    /** From January on. */
    private static final List<String> MONTHS = List.of(
            "jan(?:uary|uar)?",
            "feb(?:ruary|ruar)?",
            "mar(?:ch|ts)?",
            "apr(?:il)?",
            "may|maj",
            "jun[ei]?",
            "jul[yi]?",
            "aug(?:ust)?",
            "sept?(?:ember)?",
            "o[ck]t(?:ober)?",
            "nov(?:ember)?",
            "dec(?:ember)?");

    private static final String MONTH = "(" + String.join("|", MONTHS) + ")\\b\\.?";
    private static final String YEAR = "(?:,?\\s+(\\d{4})\\b(?![:.]\\d))?";
    private static final Pattern DAY_MONTH =
            of("(?<![\\d.:])(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s*(?:of\\s+)?" + MONTH + YEAR);
    private static final Pattern MONTH_DAY =
            of("\\b" + MONTH + "\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d)" + YEAR);

    /** From Monday on. */
    private static final List<Pattern> WEEKDAYS = List.of(
            weekday("mon(?:day)?|mandag"),
            weekday("tue(?:s|sday)?|tirsdag"),
            weekday("wed(?:nesday)?|onsdag"),
            weekday("thu(?:rs|rsday)?|torsdag"),
            weekday("fri(?:day)?|fredag"),
            weekday("sat(?:urday)?|lørdag"),
            weekday("sun(?:day)?|søndag"));

    /** What an hour must lie in where it is named. */
    private static final List<Daytime> DAYTIMES = List.of(
            new Daytime(of("\\b(?:morning|formiddag)\\b"), 0, 11),
            new Daytime(of("\\b(?:afternoon|eftermiddag)\\b"), 12, 17),
            new Daytime(of("\\b(?:evening|aften)\\b"), 17, 23));

    private static final int NOON = 12;

    private final ZonedDateTime now;

    /** What was not understood yet. */
    private String rest;

    private TypedTime(String text, ZonedDateTime now) {
        this.rest = text;
        this.now = now;
    }

    /** An hour, and the day it names, if any. */
    private record Read(LocalTime at, @Nullable LocalDate on) {}

    /** Its first and its last hour. */
    private record Daytime(Pattern name, int first, int last) {}

    /**
     * What was typed; empty where no time can be found in it.
     *
     * @param now by the writer's clock
     */
    static Optional<Going> read(String typed, ZonedDateTime now) {
        String text = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\b([ap])\\.m\\b\\.?", "$1m")
                .replaceAll("\\btonight\\b", "today evening")
                .replaceAll("\\bi aften\\b", "i dag aften");
        Matcher until = UNTIL.matcher(text);
        boolean ends = until.find();
        String start = ends ? text.substring(0, until.start()) : text;
        Optional<Read> beginning = time(start, now);
        boolean atOnce = NOW.matcher(start).matches() || (start.isBlank() && ends);
        if (beginning.isEmpty() && !atOnce) {
            return Optional.empty();
        }
        LocalDate day = beginning.map(Read::on).orElse(null);
        Instant finishBy = null;
        if (ends) {
            Optional<Instant> finish = time(text.substring(until.end()), now).map(read -> end(read, day, now));
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
            return new TypedTime(text, now).time();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<Read> time() {
        Optional<LocalTime> named = clock(CLOCK_NAMED);
        Optional<LocalDate> date = date();
        Optional<DayOfWeek> weekday = weekday();
        Optional<LocalTime> found = named.or(() -> clock(CLOCK)).or(() -> clock(HOUR));
        boolean another = date.isPresent() && weekday.isPresent() && date.get().getDayOfWeek() != weekday.get();
        if (found.isEmpty() || another) {
            return Optional.empty();
        }
        LocalTime at = found.get();
        for (Daytime daytime : DAYTIMES) {
            if (take(daytime.name()).isPresent() && (at.getHour() < daytime.first() || at.getHour() > daytime.last())) {
                return Optional.empty();
            }
        }
        if (LEFT_OVER.matcher(FILLER.matcher(rest).replaceAll(" ")).find()) {
            return Optional.empty();
        }
        LocalDate on = date.or(() -> weekday.map(day -> next(day, at))).orElse(null);
        return Optional.of(new Read(at, on));
    }

    /** Finds something, and leaves the rest. */
    private Optional<Matcher> take(Pattern pattern) {
        Matcher found = pattern.matcher(rest);
        if (!found.find()) {
            return Optional.empty();
        }
        rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
        return Optional.of(found);
    }

    private Optional<LocalTime> clock(Pattern pattern) {
        return take(pattern).map(found -> {
            String minute = found.group("minute");
            LocalTime at = LocalTime.of(
                    Integer.parseInt(found.group("hour")),
                    minute == null || minute.isEmpty() ? 0 : Integer.parseInt(minute));
            String half = found.group("half");
            if (half == null) {
                return at;
            }
            if (at.getHour() > NOON) {
                throw new DateTimeException("There is no such hour in half a day");
            }
            return at.withHour(at.getHour() % NOON + (half.equals("pm") ? NOON : 0));
        });
    }

    private Optional<LocalDate> date() {
        LocalDate today = now.toLocalDate();
        return take(ISO)
                .map(found -> LocalDate.of(number(found, 1), number(found, 2), number(found, 3)))
                .or(() -> take(DAY_FIRST)
                        .map(found -> LocalDate.of(number(found, 3), number(found, 2), number(found, 1))))
                .or(() -> take(DAY_MONTH).map(found -> next(number(found, 1), month(found.group(2)), found.group(3))))
                .or(() -> take(MONTH_DAY).map(found -> next(number(found, 2), month(found.group(1)), found.group(3))))
                .or(() -> take(DAY_AND_MONTH).map(found -> next(number(found, 1), number(found, 2), null)))
                .or(() -> take(AFTER_TOMORROW).map(found -> today.plusDays(2)))
                .or(() -> take(TOMORROW).map(found -> today.plusDays(1)))
                .or(() -> take(TODAY).map(found -> today));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int month(String name) {
        return 1
                + IntStream.range(0, MONTHS.size())
                        .filter(index -> name.matches(MONTHS.get(index)))
                        .findFirst()
                        .orElseThrow();
    }

    /** In the year that is named, else the next time there is such a day. */
    private LocalDate next(int day, int month, @Nullable String year) {
        LocalDate date = LocalDate.of(year == null ? now.getYear() : Integer.parseInt(year), month, day);
        return year == null && date.isBefore(now.toLocalDate()) ? date.plusYears(1) : date;
    }

    private Optional<DayOfWeek> weekday() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (take(WEEKDAYS.get(day.getValue() - 1)).isPresent()) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private LocalDate next(DayOfWeek weekday, LocalTime at) {
        LocalDate today = now.toLocalDate();
        boolean over = today.getDayOfWeek() == weekday && !at.isAfter(now.toLocalTime());
        return over ? today.plusWeeks(1) : today.with(TemporalAdjusters.nextOrSame(weekday));
    }

    private static Pattern weekday(String names) {
        return of("\\b(?:" + names + ")\\b");
    }

    private static Pattern of(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
