package org.branchline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reminders that lead up to a deadline, written {@code 7d, 2d 09:00, last}.
 *
 * @param rungs from 1 to 10, the earliest first
 */
public record LadderBefore(List<Rung> rungs) {

    /** The local hour of a rung that names none. */
    public static final LocalTime HOUR = LocalTime.of(18, 0);

    public static final LadderBefore USUAL =
            new LadderBefore(List.of(new Rung.Days(7, HOUR), new Rung.Days(2, HOUR), new Rung.Last()));

    private static final Pattern DAYS = Pattern.compile("(\\d{1,3})d(?: (\\d{2}:\\d{2}))?");
    private static final BinaryOperator<Step> LATER = BinaryOperator.maxBy(Comparator.comparing(Step::at));

    public LadderBefore {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()
                || rungs.size() > WrittenRungs.MOST
                || !WrittenRungs.rises(rungs.stream().map(Rung::day).toList())) {
            throw new IllegalArgumentException("Not 1 to 10 rungs, the earliest first: " + rungs);
        }
    }

    /** A reminder that is to be sent. */
    public record Step(Rung rung, Instant at) {}

    /** When it is time for one. */
    public sealed interface Rung {

        /** The day relative to the last one: never above 0. */
        int day();

        Optional<Instant> in(ZoneId zone, Deadline deadline, QuietHours quiet);

        /**
         * Some days before the last one.
         *
         * @param days from 1 to 365
         * @param at by everybody's own clock, and where it is quiet then, when it ends
         */
        record Days(int days, LocalTime at) implements Rung {
            public Days {
                if (days < 1 || days > WrittenRungs.FURTHEST) {
                    throw new IllegalArgumentException("Not from 1 to " + WrittenRungs.FURTHEST + ": " + days);
                }
            }

            @Override
            public int day() {
                return -days;
            }

            @Override
            public Optional<Instant> in(ZoneId zone, Deadline deadline, QuietHours quiet) {
                LocalDate day = deadline.day(zone).minusDays(days);
                return Optional.of(quiet.end(WallClock.first(day.atTime(at), zone), zone));
            }

            @Override
            public String toString() {
                return days + "d " + at;
            }
        }

        /** The last decent hour, from 09:00 to 20:00 by everybody's own clock, that leaves half an hour to act. */
        record Last() implements Rung {
            @Override
            public int day() {
                return 0;
            }

            @Override
            public Optional<Instant> in(ZoneId zone, Deadline deadline, QuietHours quiet) {
                return new DecentHours(zone, quiet).lastBefore(deadline.in(zone));
            }

            @Override
            public String toString() {
                return "last";
            }
        }
    }

    /** Reads it as a coordinator writes it; a rung that names no hour is at {@link #HOUR}. */
    public static Reading<LadderBefore> read(String written) {
        return read(written, HOUR);
    }

    /**
     * Reads it as a coordinator writes it.
     *
     * @param hour that of rungs that name none
     */
    public static Reading<LadderBefore> read(String written, LocalTime hour) {
        String right = "days before the deadline from 1d to 365d, with an hour where you like, as in 7d or 7d 09:00,"
                + " or last for the last decent hour";
        return WrittenRungs.<Rung>read(written, rung -> one(rung, hour), right, Rung::day)
                .of(rungs -> new Reading.Read<>(new LadderBefore(rungs)), Reading.Refused::new);
    }

    private static Optional<Rung> one(String rung, LocalTime hour) {
        return rung.equals("last")
                ? Optional.of(new Rung.Last())
                : WrittenRungs.days(DAYS, rung, (days, at) -> new Rung.Days(days, at.orElse(hour)));
    }

    /**
     * What is to be sent where somebody lives: at most one a local day (the later one), none in quiet hours, each before
     * the deadline. Where no rung is left, one goes as soon as it is decent, or else as soon as it is not quiet; none at
     * all goes only where it is too late or quiet until the deadline.
     *
     * @param quiet that member's quiet hours
     * @param made when the ladder is made: nothing is earlier
     */
    public List<Step> in(ZoneId zone, Deadline deadline, QuietHours quiet, Instant made) {
        Instant over = deadline.in(zone);
        TreeMap<LocalDate, Step> days = new TreeMap<>();
        for (Rung rung : rungs) {
            rung.in(zone, deadline, quiet)
                    .filter(at -> !at.isBefore(made) && at.isBefore(over))
                    .ifPresent(at -> days.merge(at.atZone(zone).toLocalDate(), new Step(rung, at), LATER));
        }
        if (days.isEmpty()) {
            return new DecentHours(zone, quiet)
                    .soonest(made, over).map(at -> new Step(new Rung.Last(), at)).stream()
                            .toList();
        }
        return days.values().stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    /** As {@link #read(String)} reads it. */
    @Override
    public String toString() {
        return rungs.stream().map(Rung::toString).collect(Collectors.joining(", "));
    }
}
