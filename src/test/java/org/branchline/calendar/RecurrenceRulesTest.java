package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RecurrenceRulesTest {

    private static final LocalDateTime START = LocalDateTime.parse("2024-02-28T18:30");

    @Property(tries = 200)
    void years_after_its_start_a_rule_goes_on_as_if_walked_from_there(
            @ForAll("rules") String rule, @ForAll @IntRange(max = 100_000) int hours) {
        // Given
        Recurrence recurrence = read(rule);
        LocalDateTime then = START.plusHours(hours);

        // When
        List<LocalDateTime> next = recurrence.after(then).limit(5).toList();

        // Then
        assertThat(next)
                .as(rule)
                .isEqualTo(recurrence
                        .after(START.minusDays(1))
                        .dropWhile(occurrence -> !occurrence.isAfter(then))
                        .limit(5)
                        .toList());
    }

    @Property(tries = 100)
    void occurrences_rise_and_stay_between_start_and_end(@ForAll("rules") String rule) {
        // Given
        Recurrence recurrence = read(rule);

        // When
        List<LocalDateTime> all =
                recurrence.after(START.minusYears(1)).limit(200).toList();

        // Then
        assertThat(all).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(all.get(0)).isAfterOrEqualTo(START);
        assertThat(all.get(all.size() - 1)).isBeforeOrEqualTo(recurrence.last());
    }

    @Property(tries = 200)
    void a_plain_rule_is_what_the_calendar_says(
            @ForAll("units") ChronoUnit unit,
            @ForAll @IntRange(min = 1, max = 366) int interval,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        // Given
        String frequency = unit == ChronoUnit.DAYS ? "DAILY" : unit.name().replaceAll("S$", "LY");

        // When
        Recurrence rule = read("FREQ=" + frequency + ";INTERVAL=" + interval + ";COUNT=" + count);

        // Then
        assertThat(rule.after(START.minusDays(1)))
                .containsExactlyElementsOf(Stream.iterate(START, at -> at.plus(interval, unit))
                        .limit(count)
                        .takeWhile(Recurrence.END::isAfter)
                        .toList());
    }

    @Property(tries = 500)
    void nothing_that_is_written_throws(@ForAll("written") String rule) {
        assertThat(Recurrence.parse(rule, START)
                        .<Boolean>of(read -> read.after(START).limit(3).count() <= 3, problems -> !problems.isEmpty()))
                .as(rule)
                .isTrue();
    }

    @Property(tries = 150)
    void nor_does_anything_else(@ForAll @StringLength(max = 80) String rule) {
        assertThat(Recurrence.parse(rule, START).<List<String>>of(read -> List.of(), problems -> problems))
                .isNotEmpty();
    }

    @Provide
    Arbitrary<ChronoUnit> units() {
        return Arbitraries.of(ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.WEEKS);
    }

    /** Such as people need. */
    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> rule = Arbitraries.of(
                "FREQ=HOURLY",
                "FREQ=HOURLY;BYHOUR=9,12,18",
                "FREQ=HOURLY;BYDAY=MO,SU",
                "FREQ=DAILY",
                "FREQ=DAILY;BYDAY=SA,SU;BYHOUR=10,18",
                "FREQ=DAILY;BYMONTH=3,10",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY=SU",
                "FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=SU",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,2",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "FREQ=MONTHLY;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYDAY=1SU,-1FR",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=YEARLY",
                "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
                "FREQ=YEARLY;BYYEARDAY=1,100,-1",
                "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO");
        Arbitrary<String> interval = Arbitraries.of("", ";INTERVAL=2", ";INTERVAL=3", ";INTERVAL=5");
        Arbitrary<String> end = Arbitraries.of("", "", ";COUNT=400", ";UNTIL=20310101", ";UNTIL=20290615T120000");
        return Combinators.combine(rule, interval, end)
                .as((what, every, until) -> what + every + until)
                .filter(written -> Recurrence.parse(written, START).of(read -> true, problems -> false));
    }

    /** Parts as they come, in any combination. */
    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> name = Arbitraries.of(
                "FREQ",
                "INTERVAL",
                "COUNT",
                "UNTIL",
                "BYMONTH",
                "BYWEEKNO",
                "BYYEARDAY",
                "BYMONTHDAY",
                "BYDAY",
                "BYHOUR",
                "BYMINUTE",
                "BYSETPOS",
                "WKST");
        Arbitrary<String> value = Arbitraries.of(
                "1",
                "2",
                "-1",
                "29",
                "31",
                "53",
                "366",
                "-366",
                "1,2,3",
                "MO",
                "5SU",
                "-53MO",
                "SA,SU",
                "20280229",
                "0");
        Arbitrary<String> part = Combinators.combine(name, value).as((left, right) -> ";" + left + "=" + right);
        return Combinators.combine(
                        Arbitraries.of("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
                        part.list().ofMaxSize(4))
                .as((frequency, parts) -> "FREQ=" + frequency + String.join("", parts));
    }

    private static Recurrence read(String rule) {
        return Recurrence.parse(rule, START).of(read -> read, problems -> {
            throw new AssertionError(rule + ": " + problems);
        });
    }
}
