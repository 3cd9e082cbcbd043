package org.branchline.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rungs as a coordinator writes them, one after the other with commas between. */
final class WrittenRungs {

    /** Most rungs of a ladder: more than that is a flood. */
    static final int MOST = 10;

    /** Furthest from the deadline or the occurrence, in days. */
    static final int FURTHEST = 365;

    private static final int LONGEST = 200;

    private WrittenRungs() {}

    /**
     * @param one what a rung says, or empty where it is none
     * @param right how one is written
     * @param day on which day each stands: they must rise
     */
    static <T> Reading<List<T>> read(
            String written, Function<String, Optional<T>> one, String right, Function<T, Integer> day) {
        String[] rungs = written.strip().split("\\s*,\\s*", -1);
        if (rungs.length > MOST || written.length() > LONGEST) {
            return new Reading.Refused<>(List.of("A ladder has at most " + MOST + " rungs. Leave some out."));
        }
        List<T> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String rung : rungs) {
            one.apply(rung)
                    .ifPresentOrElse(
                            read::add, () -> problems.add("\"" + rung + "\" is no rung. Write " + right + "."));
        }
        if (problems.isEmpty() && !rises(read.stream().map(day).toList())) {
            problems.add("The rungs are not in order. Write the earliest first, and each day once.");
        }
        return problems.isEmpty() ? new Reading.Read<>(read) : new Reading.Refused<>(problems);
    }

    static boolean rises(List<Integer> days) {
        return IntStream.range(1, days.size()).allMatch(next -> days.get(next - 1) < days.get(next));
    }

    /** A number of days and, where one is written, an hour. */
    static <T> Optional<T> days(Pattern form, String rung, Made<T> made) {
        Matcher matcher = form.matcher(rung);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult match = matcher.toMatchResult();
        int days = Integer.parseInt(match.group(1));
        try {
            Optional<LocalTime> at = Optional.ofNullable(match.group(2)).map(LocalTime::parse);
            return days < 1 || days > FURTHEST ? Optional.empty() : Optional.of(made.of(days, at));
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }

    interface Made<T> {
        T of(int days, Optional<LocalTime> at);
    }
}
