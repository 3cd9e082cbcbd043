package org.branchline.conversation.day;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds days in a text as people type it, in English or Danish and in any script's digits. What is found is taken out;
 * where a word or number is left over, it may have meant another day.
 */
public final class DayReader {

    private static final Pattern YEAR_FIRST = of("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
    private static final Pattern DAY_FIRST = of("\\b(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})\\b");
    private static final Pattern DAY_AND_MONTH = of("(?<![\\d.:])(\\d{1,2})\\.\\s?(0?[1-9]|1[0-2])\\.(?!\\d)");

    /** Beside an hour these may be hours themselves. */
    private static final Pattern SHORT_YEAR = of("(?<![\\d./-])(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2})(?![\\d./-])");

    private static final Pattern WITHOUT_YEAR = of("(?<![\\d./-])(\\d{1,2})[-/.]\\s?(\\d{1,2})\\.?(?![\\d/-])");

    private static final int CENTURY = 2000;

    private static final List<Near> NEAR = List.of(
            new Near("day after tomorrow|i ?overmorgen", 2),
            new Near("tomorrow|i ?morgen", 1),
            new Near("today|i ?dag", 0),
            new Near("day before yesterday|i ?forgårs", -2),
            new Near("yesterday|i ?går", -1));

    private static final Pattern SMALL_WORDS = word("on|the|of|from|den|d|på|fra");
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
            word("mon(?:day)?|mandag"),
            word("tue(?:s|sday)?|tirsdag"),
            word("wed(?:nesday)?|onsdag"),
            word("thu(?:rs|rsday)?|torsdag"),
            word("fri(?:day)?|fredag"),
            word("sat(?:urday)?|lørdag"),
            word("sun(?:day)?|søndag"));

    private String rest;

    private DayReader(String text) {
        this.rest = text;
    }

    /** A day in a word, and how far it is away. */
    private record Near(Pattern name, int days) {
        Near(String names, int days) {
            this(word(names), days);
        }
    }

    /** Begins with a text in which nothing was found yet. */
    public static DayReader of(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toString().toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            plain.appendCodePoint(digit < 0 ? point : '0' + digit);
        });
        return new DayReader(plain.toString());
    }

    /** What was not found to be a day. */
    public String rest() {
        return rest;
    }

    /** Whether the rest holds more than the small words of a date. */
    public boolean says() {
        return LEFT_OVER.matcher(SMALL_WORDS.matcher(rest).replaceAll(" ")).find();
    }

    /** A day beside which an hour may stand. */
    public Optional<WrittenDay> beside() {
        return take(YEAR_FIRST, found -> dated(number(found, 3), number(found, 2), found.group(1)))
                .or(() -> take(DAY_FIRST, found -> dated(number(found, 1), number(found, 2), found.group(3))))
                .or(() -> take(DAY_MONTH, found -> dated(number(found, 1), month(found.group(2)), found.group(3))))
                .or(() -> take(MONTH_DAY, found -> dated(number(found, 2), month(found.group(1)), found.group(3))))
                .or(() -> take(DAY_AND_MONTH, found -> dated(number(found, 1), number(found, 2), null)))
                .or(this::near);
    }

    /** A day beside which no hour stands, so that 4/5 and 4.5.27 are days too. */
    public Optional<WrittenDay> alone() {
        return beside().or(() -> take(
                        SHORT_YEAR,
                        found -> new WrittenDay.Dated(number(found, 1), number(found, 2), CENTURY + number(found, 3))))
                .or(() -> take(WITHOUT_YEAR, found -> dated(number(found, 1), number(found, 2), null)));
    }

    /** The weekday that is named. */
    public Optional<DayOfWeek> weekday() {
        return Stream.of(DayOfWeek.values())
                .flatMap(day -> take(WEEKDAYS.get(day.getValue() - 1), found -> day).stream())
                .findFirst();
    }

    private Optional<WrittenDay> near() {
        return NEAR.stream()
                .flatMap(near -> take(near.name(), found -> new WrittenDay.Away(near.days())).stream())
                .<WrittenDay>map(day -> day)
                .findFirst();
    }

    private <T> Optional<T> take(Pattern pattern, Function<Matcher, T> read) {
        Matcher found = pattern.matcher(rest);
        if (!found.find()) {
            return Optional.empty();
        }
        rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
        return Optional.of(read.apply(found));
    }

    private static WrittenDay dated(int day, int month, @Nullable String year) {
        return year == null
                ? new WrittenDay.Yearly(day, month)
                : new WrittenDay.Dated(day, month, Integer.parseInt(year));
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

    private static Pattern word(String words) {
        return of("\\b(?:" + words + ")\\b");
    }

    private static Pattern of(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
