package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration AROUND = Duration.ofHours(3);

    @Test
    void a_day_begins_in_kiribati_and_ends_at_baker_island() {
        // Given
        LocalDateTime occurrence = LocalDateTime.parse("2027-06-01T18:00");

        // Then
        assertThat(Due.earliest(occurrence)).isEqualTo("2027-06-01T04:00:00Z");
        assertThat(Due.earliest(occurrence))
                .isEqualTo(Due.of(occurrence, ZoneId.of("Pacific/Kiritimati")).at());
        assertThat(Due.latest(occurrence)).isEqualTo("2027-06-02T06:00:00Z");
        assertThat(Due.latest(occurrence))
                .isEqualTo(Due.of(occurrence, ZoneId.of("Etc/GMT+12")).at());
    }

    @Property
    void everywhere_daily_occurrences_fall_due_one_after_the_other_within_a_turn_of_the_earth(
            @ForAll @IntRange(min = 2020, max = 2040) int year) {
        for (ZoneId zone : Zones.turn(year)) {
            for (LocalTime hour : List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30))) {
                Instant before = Instant.MIN;
                for (int day = 1; day <= Year.of(year).length(); day++) {
                    // When
                    Due due = Due.of(Year.of(year).atDay(day).atTime(hour), zone);

                    // Then
                    if (!due.at().isAfter(before)
                            || due.at().isBefore(Due.earliest(due.occurrence()))
                            || due.at().isAfter(Due.latest(due.occurrence()))) {
                        throw new AssertionError(due + " after " + before);
                    }
                    before = due.at();
                }
            }
        }
    }

    @Property
    void around_every_jump_is_due_what_a_clock_on_the_wall_says_and_each_only_once(
            @ForAll @IntRange(min = 2020, max = 2040) int year) {
        for (ZoneId zone : Zones.turn(year)) {
            for (Instant middle : middles(zone, year)) {
                // Given
                Instant from = middle.minus(AROUND);
                Instant until = middle.plus(AROUND);
                Recurrence hourly = hourly(from, year % 2 == 0 ? 0 : 30);

                // When
                List<Due> due = Stream.of(
                                hourly.occurrencesDueWithin(from, middle.minusNanos(1), List.of(zone)),
                                hourly.occurrencesDueWithin(middle, until, List.of(zone)))
                        .flatMap(List::stream)
                        .toList();

                // Then
                assertThat(due).as("%s %s", zone, middle).isEqualTo(watched(hourly, middle, AROUND, zone));
            }
        }
    }

    @Property(tries = 12)
    void in_all_zones_together_is_due_what_is_due_in_each(
            @ForAll @IntRange(max = 21 * 365 * 24) int hour, @ForAll @IntRange(min = 1, max = 50) int length) {
        // Given
        Instant from = Zones.FROM.plus(hour, ChronoUnit.HOURS);
        Instant until = from.plus(length, ChronoUnit.HOURS);
        Recurrence daily = read("FREQ=DAILY;BYHOUR=9,18", LocalDateTime.parse("2020-01-01T00:00"));

        // When
        List<Due> due = daily.occurrencesDueWithin(from, until, Zones.ALL);

        // Then
        List<Due> each = new ArrayList<>();
        LocalDateTime first = LocalDateTime.ofInstant(from, ZoneOffset.UTC).minusDays(3);
        daily.after(first).takeWhile(first.plusDays(8)::isAfter).forEach(occurrence -> Zones.ALL.stream()
                .map(zone -> Due.of(occurrence, zone))
                .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(until))
                .forEach(each::add));
        assertThat(due)
                .isEqualTo(each.stream().sorted(Due.IN_ORDER).toList())
                .isSortedAccordingTo(Comparator.comparing(Due::at));
    }

    @Test
    void offsets_where_nobody_lives_are_zones_too() {
        // Given
        Instant from = Instant.parse("2027-06-01T00:00:00Z");
        List<ZoneId> edges = List.of(ZoneOffset.MIN, ZoneOffset.MAX);
        Recurrence hourly = hourly(from, 0);

        // When
        List<Due> due = hourly.occurrencesDueWithin(from, from, edges);

        // Then
        assertThat(due)
                .extracting(Due::occurrence)
                .containsExactly(LocalDateTime.parse("2027-05-31T06:00"), LocalDateTime.parse("2027-06-01T18:00"));
    }

    @Test
    void a_stretch_of_more_than_a_year_is_not_asked_for() {
        // Given
        Instant from = Instant.parse("2027-06-01T00:00:00Z");

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> hourly(from, 0)
                .occurrencesDueWithin(from, from.plus(367, ChronoUnit.DAYS), Zones.ALL));
    }

    /** Looks at the clock every quarter of an hour: due is what it shows for the first time, or has just skipped. */
    private static List<Due> watched(Recurrence rule, Instant jump, Duration around, ZoneId zone) {
        Instant begin = jump.truncatedTo(ChronoUnit.HOURS).minus(4, ChronoUnit.HOURS);
        Deque<LocalDateTime> coming = rule.after(LocalDateTime.ofInstant(begin, zone))
                .limit(20)
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<Due> due = new ArrayList<>();
        Stream.concat(
                        Stream.of(jump),
                        Stream.iterate(begin, now -> now.plus(QUARTER)).limit(40))
                .filter(now -> !now.isAfter(jump.plus(around)))
                .sorted()
                .forEach(now -> {
                    LocalDateTime clock = LocalDateTime.ofInstant(now, zone);
                    while (!coming.element().isAfter(clock)) {
                        due.add(new Due(coming.remove(), zone, now));
                    }
                });
        return due.stream()
                .filter(one -> !one.at().isBefore(jump.minus(around)))
                .toList();
    }

    private static Recurrence hourly(Instant around, int minute) {
        return read(
                "FREQ=HOURLY;BYMINUTE=" + minute,
                LocalDateTime.ofInstant(around, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .minusDays(2));
    }

    private static Recurrence read(String rule, LocalDateTime start) {
        return Recurrence.parse(rule, start).of(read -> read, problems -> {
            throw new AssertionError(rule + ": " + problems);
        });
    }

    /** The jumps of a year, or the middle of a January without. */
    private static List<Instant> middles(ZoneId zone, int year) {
        List<Instant> jumps = Zones.jumps(zone).stream()
                .map(jump -> jump.getInstant())
                .filter(jump -> jump.atZone(ZoneOffset.UTC).getYear() == year)
                .toList();
        return jumps.isEmpty() ? List.of(Instant.parse(year + "-01-15T12:00:00Z")) : jumps;
    }
}
