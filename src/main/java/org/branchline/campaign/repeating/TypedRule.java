package org.branchline.campaign.repeating;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.calendar.Recurrence;
import org.branchline.conversation.day.DaySpan;

/**
 * Reads when something comes as people type it, in English or Danish: "every week on Sunday at 18:00", "hver måned den 1. kl.
 * 18", "once on 5 March at 9". Read whole or not at all.
 */
public final class TypedRule {

    private static final Pattern EVERY =
            of("(?:every|each|hver|hvert)\\s+(?:(?<number>\\d{1,2})\\.?\\s+|(?<second>second|other|anden|andet)\\s+)?"
                    + "(?:(?<week>weeks?|uger?)|(?<month>months?|måneder|måned)|(?<day>days?|dage?))\\b(?<rest>.*)");
    private static final Pattern EVERY_WEEKDAY = of("(?:every|each|hver)\\s+(?<rest>.+)");
    private static final Pattern ONCE = of("(?:once|one time|én gang|en gang)\\b(?<rest>.*)");
    private static final Pattern CLOCK = of(
            "(?<before>.*?)\\s*\\b(?:at|kl\\.?|klokken)?\\s*(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?<half>am|pm)?\\s*");
    private static final Pattern UNTIL = of("(?<before>.*?),?\\s+(?:until|till|til og med|til|indtil)\\s+(?<day>.+)");
    private static final Pattern DAY_OF_MONTH =
            of("\\s*(?:on|den|d\\.)?\\s*(?:the)?\\s*(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*");
    private static final Pattern SMALL = of("^\\s*(?:on|om|på|den)\\s+");

    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int NOON = 12;
    private static final int YEARS = 3;

    private TypedRule() {}

    /**
     * What was typed; empty where it says no rule.
     *
     * @param now by the writer's clock
     */
    public static Optional<Recurrence> read(String typed, LocalDateTime now) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher until = UNTIL.matcher(text);
            if (until.matches()) {
                return day(until.group("day"), now.toLocalDate())
                        .flatMap(last -> rule(until.group("before"), now, ";UNTIL=" + BASIC.format(last)));
            }
            return rule(text, now, "");
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Recurrence> rule(String text, LocalDateTime now, String end) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return Optional.empty();
        }
        LocalTime at = time(clock);
        String before = clock.group("before").strip();
        Matcher every = EVERY.matcher(before);
        if (every.matches()) {
            String interval = ";INTERVAL=" + interval(every);
            String rest = every.group("rest");
            if (every.group("day") != null) {
                return rest.isBlank()
                        ? parsed(
                                "FREQ=DAILY" + interval + end, now.toLocalDate().atTime(at))
                        : Optional.empty();
            }
            return every.group("month") != null
                    ? monthly(rest, interval + end, at, now.toLocalDate())
                    : weekly(rest, interval + end, at, now.toLocalDate());
        }
        Matcher weekday = EVERY_WEEKDAY.matcher(before);
        if (weekday.matches()) {
            return weekly(weekday.group("rest"), end, at, now.toLocalDate());
        }
        Matcher once = ONCE.matcher(before);
        return end.isEmpty()
                ? day(once.matches() ? once.group("rest") : before, now.toLocalDate())
                        .map(on -> on.atTime(at))
                        .filter(now::isBefore)
                        .map(Recurrence::once)
                : Optional.empty();
    }

    private static int interval(Matcher every) {
        if (every.group("second") != null) {
            return 2;
        }
        return every.group("number") == null ? 1 : Integer.parseInt(every.group("number"));
    }

    private static Optional<Recurrence> weekly(String rest, String more, LocalTime at, LocalDate today) {
        DaySpan week = new DaySpan(today, today.plusDays(7));
        return week.read(SMALL.matcher(rest).replaceFirst("").strip(), today.minusDays(1))
                .taken()
                .flatMap(first -> parsed("FREQ=WEEKLY;BYDAY=" + code(first.getDayOfWeek()) + more, first.atTime(at)));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static Optional<Recurrence> monthly(String rest, String more, LocalTime at, LocalDate today) {
        Matcher day = DAY_OF_MONTH.matcher(rest);
        return day.matches()
                ? parsed("FREQ=MONTHLY;BYMONTHDAY=" + Integer.parseInt(day.group("day")) + more, today.atTime(at))
                : Optional.empty();
    }

    private static Optional<Recurrence> parsed(String rule, LocalDateTime start) {
        return Recurrence.parse(rule.replace(";INTERVAL=1;", ";").replaceAll(";INTERVAL=1$", ""), start)
                .of(Optional::of, problems -> Optional.empty());
    }

    private static Optional<LocalDate> day(String text, LocalDate today) {
        return new DaySpan(today, today.plusYears(YEARS))
                .read(SMALL.matcher(text).replaceFirst("").strip(), today)
                .taken();
    }

    private static LocalTime time(Matcher clock) {
        String minute = clock.group("minute");
        LocalTime at =
                LocalTime.of(Integer.parseInt(clock.group("hour")), minute == null ? 0 : Integer.parseInt(minute));
        String half = clock.group("half");
        return half == null ? at : at.withHour(at.getHour() % NOON + (half.equals("pm") ? NOON : 0));
    }

    private static Pattern of(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
