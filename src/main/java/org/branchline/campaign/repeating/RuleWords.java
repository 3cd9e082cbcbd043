package org.branchline.campaign.repeating;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.branchline.calendar.Recurrence;
import org.branchline.conversation.Moments;
import org.branchline.intake.Speech;

/** A rule in plain words. */
public final class RuleWords {

    private static final Speech SPEECH = Speech.of("repeating");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private RuleWords() {}

    /** For example "every week on Sunday at 18:00"; the rule as it is written where there are no such words for it. */
    public static String of(String language, Recurrence rule) {
        Map<String, String> parts = new HashMap<>();
        Arrays.stream(rule.rule().split(";"))
                .map(part -> part.split("=", 2))
                .forEach(part -> parts.put(part[0], part[1]));
        String time = TIME.format(rule.start());
        String until = parts.remove("UNTIL");
        String words = words(language, rule, parts, time);
        return until == null
                ? words
                : words
                        + SPEECH.in(
                                language,
                                "rule.until",
                                "day",
                                Speech.day(language, rule.last().toLocalDate()));
    }

    private static String words(String language, Recurrence rule, Map<String, String> parts, String time) {
        String every = parts.getOrDefault("INTERVAL", "1");
        String kind = every.equals("1") ? "" : "s";
        String frequency = parts.getOrDefault("FREQ", "");
        if (parts.equals(Map.of("FREQ", "DAILY", "COUNT", "1"))) {
            return SPEECH.in(
                    language,
                    "rule.once",
                    "day",
                    Speech.day(language, rule.start().toLocalDate()),
                    "time",
                    time);
        }
        parts.remove("FREQ");
        parts.remove("INTERVAL");
        String only = parts.size() == 1 ? parts.values().iterator().next() : "";
        if (frequency.equals("DAILY") && parts.isEmpty()) {
            return SPEECH.in(language, "rule.day" + kind, "n", every, "time", time);
        }
        if (frequency.equals("WEEKLY") && (parts.isEmpty() || (parts.containsKey("BYDAY") && only.length() == 2))) {
            return SPEECH.in(
                    language,
                    "rule.week" + kind,
                    "n",
                    every,
                    "day",
                    weekday(language, only.isEmpty() ? rule.start().getDayOfWeek() : day(only)),
                    "time",
                    time);
        }
        if (frequency.equals("MONTHLY") && parts.containsKey("BYMONTHDAY") && only.matches("\\d+")) {
            return SPEECH.in(language, "rule.month" + kind, "n", every, "day", only, "time", time);
        }
        return rule.rule() + " " + time;
    }

    private static DayOfWeek day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(code))
                .findFirst()
                .orElseThrow();
    }

    private static String weekday(String language, DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
    }

    /** A local date-time, for example "Sun 7 Mar 18:00". */
    public static String moment(String language, LocalDateTime then) {
        return Moments.of(then.toInstant(ZoneOffset.UTC), ZoneOffset.UTC, language);
    }
}
