package org.branchline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hours in which it is decent to remind somebody: 09:00 to 20:00 by their own clock and not quiet. Whoever sleeps by
 * day and is quiet through all of them has every other hour instead.
 */
public record DecentHours(ZoneId zone, QuietHours quiet) {

    /** What a last reminder leaves to act. */
    static final Duration LEAD = Duration.ofMinutes(30);

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime UNTIL = LocalTime.of(20, 0);

    /** The first whole one of a day. */
    public Instant first(LocalDate day) {
        return WallClock.first(day.atTime(hours().stream().findFirst().orElse(FROM)), zone);
    }

    /** The last whole one that leaves {@link #LEAD} before a moment. */
    Optional<Instant> lastBefore(Instant over) {
        Instant latest = over.minus(LEAD);
        return around(latest).filter(at -> !at.isAfter(latest)).max(Comparator.naturalOrder());
    }

    /** At once where it is decent, else the next whole one, or when quiet hours end where that is too late. */
    Optional<Instant> soonest(Instant made, Instant over) {
        return Stream.concat(
                        Stream.concat(
                                        Stream.of(made).filter(this::decent),
                                        around(made).filter(at -> !at.isBefore(made)))
                                .limit(1),
                        Stream.of(quiet.end(made, zone)))
                .filter(at -> at.isBefore(over))
                .findFirst();
    }

    private boolean decent(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return loud(at) && !time.isBefore(FROM) && !time.isAfter(UNTIL);
    }

    private boolean loud(Instant at) {
        return quiet.end(at, zone).equals(at);
    }

    /** All whole ones from the day before to the day after, in order. */
    private Stream<Instant> around(Instant then) {
        LocalDate day = then.atZone(zone).toLocalDate();
        List<LocalTime> hours = hours();
        return Stream.of(day.minusDays(1), day, day.plusDays(1))
                .flatMap(each -> hours.stream().map(hour -> WallClock.first(each.atTime(hour), zone)))
                .filter(this::loud)
                .sorted();
    }

    private List<LocalTime> hours() {
        List<LocalTime> decent = loud(FROM.getHour(), UNTIL.getHour());
        return decent.isEmpty() ? loud(0, 23) : decent;
    }

    private List<LocalTime> loud(int from, int until) {
        return IntStream.rangeClosed(from, until)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .filter(hour -> !quiet.at(hour))
                .toList();
    }
}
