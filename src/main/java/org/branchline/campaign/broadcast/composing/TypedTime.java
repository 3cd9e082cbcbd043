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
import org.branchline.conversation.day.DayReader;
import org.branchline.conversation.day.WrittenDay;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a message shall go as people type it, in English or Danish: "tomorrow 18:00", "Friday 9.30 until 20:00".
 * Where a word or number is left over nothing is read: it may have meant another day.
 */
public final class TypedTime {

    private static final Pattern UNTIL = of("\\b(?:until|till|before|by|til|inden|senest)\\b");
    private static final Pattern NOW = of("\\s*(?:now|nu|at once|straks)\\s*");

    private static final Pattern CLOCK_NAMED =
            of("\\b(?:kl\\b\\.?|klokken)\\s*(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?(?!\\d)\\s*(?<half>am|pm)?");
    private static final Pattern CLOCK = of("\\b(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?!\\d)\\s*(?<half>am|pm)?");
    private static final Pattern HOUR = of("\\b(?<hour>\\d{1,2})(?<minute>)\\s*(?<half>am|pm)?(?![\\d:.])");

    private static final Pattern FILLER = of("\\b(?:at|o['’]clock|kl|klokken)\\b");

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
        String text = plain(typed);
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

    /**
     * The one moment that was typed, by the same clock; the next one where no day is named.
     *
     * @param now by the writer's clock
     */
    public static Optional<Instant> moment(String typed, ZonedDateTime now) {
        return time(plain(typed), now).map(read -> end(read, read.on(), now));
    }

    private static String plain(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\b([ap])\\.m\\b\\.?", "$1m")
                .replaceAll("\\btonight\\b", "today evening")
                .replaceAll("\\bi aften\\b", "i dag aften");
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
        DayReader days = DayReader.of(rest);
        Optional<WrittenDay> written = days.beside();
        Optional<LocalDate> date = written.flatMap(day -> day.next(now.toLocalDate()));
        Optional<DayOfWeek> weekday = days.weekday();
        rest = days.rest();
        Optional<LocalTime> found = named.or(() -> clock(CLOCK)).or(() -> clock(HOUR));
        boolean another = date.isPresent() && weekday.isPresent() && date.get().getDayOfWeek() != weekday.get();
        if (found.isEmpty() || another || (written.isPresent() && date.isEmpty())) {
            return Optional.empty();
        }
        LocalTime at = found.get();
        for (Daytime daytime : DAYTIMES) {
            if (take(daytime.name()).isPresent() && (at.getHour() < daytime.first() || at.getHour() > daytime.last())) {
                return Optional.empty();
            }
        }
        if (DayReader.of(FILLER.matcher(rest).replaceAll(" ")).says()) {
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

    private LocalDate next(DayOfWeek weekday, LocalTime at) {
        LocalDate today = now.toLocalDate();
        boolean over = today.getDayOfWeek() == weekday && !at.isAfter(now.toLocalTime());
        return over ? today.plusWeeks(1) : today.with(TemporalAdjusters.nextOrSame(weekday));
    }

    private static Pattern of(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
