package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final LocalDateTime START = LocalDateTime.parse("2027-03-01T18:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;BYDAY=SU | 2027-03-07T18:00 2027-03-14T18:00 2027-03-21T18:00",
                "rrule:freq=weekly;byday=su | 2027-03-07T18:00 2027-03-14T18:00 2027-03-21T18:00",
                "FREQ=DAILY | 2027-03-01T18:00 2027-03-02T18:00 2027-03-03T18:00",
                "FREQ=HOURLY;INTERVAL=6 | 2027-03-01T18:00 2027-03-02T00:00 2027-03-02T06:00",
                "FREQ=HOURLY;BYDAY=SU;BYHOUR=23 | 2027-03-07T23:00 2027-03-14T23:00 2027-03-21T23:00",
                "FREQ=DAILY;BYHOUR=9,20;BYMINUTE=30 | 2027-03-01T20:30 2027-03-02T09:30 2027-03-02T20:30",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2027-03-01T18:00 2027-03-15T18:00 2027-03-29T18:00",
                "FREQ=MONTHLY;BYDAY=1SU | 2027-03-07T18:00 2027-04-04T18:00 2027-05-02T18:00",
                "FREQ=MONTHLY;BYDAY=-1FR | 2027-03-26T18:00 2027-04-30T18:00 2027-05-28T18:00",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2027-03-31T18:00 2027-04-30T18:00 2027-05-31T18:00",
                "FREQ=MONTHLY;BYMONTHDAY=31 | 2027-03-31T18:00 2027-05-31T18:00 2027-07-31T18:00",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | 2028-02-29T18:00 2032-02-29T18:00 2036-02-29T18:00"
            })
    void a_rule_has_its_local_date_times_from_the_start_on(String rule, String first) {
        assertThat(read(rule).after(START.minusMinutes(1)).limit(3)).containsExactlyElementsOf(times(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;COUNT=2 | 2027-03-01T18:00 2027-03-02T18:00",
                "FREQ=DAILY;UNTIL=20270302 | 2027-03-01T18:00 2027-03-02T18:00",
                "FREQ=DAILY;UNTIL=20270302T180000 | 2027-03-01T18:00 2027-03-02T18:00",
                "FREQ=DAILY;UNTIL=20270302T175900 | 2027-03-01T18:00"
            })
    void it_ends_where_it_says_so(String rule, String all) {
        assertThat(read(rule).after(START.minusYears(1))).containsExactlyElementsOf(times(all));
    }

    @Test
    void what_is_once_is_a_recurrence_of_one_occurrence() {
        // When
        Recurrence once = Recurrence.once(START);

        // Then
        assertThat(once.after(START.minusYears(20))).containsExactly(START);
        assertThat(once.after(START)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.once(START.plusSeconds(1)));
    }

    @Test
    void nothing_occurs_from_2100_on() {
        // When
        Stream<LocalDateTime> all = read("FREQ=MONTHLY").after(START);

        // Then
        assertThat(all.reduce((before, next) -> next)).contains(LocalDateTime.parse("2099-12-01T18:00"));
        assertThat(read("FREQ=DAILY").after(Recurrence.END)).isEmpty();
    }

    @Test
    void the_second_of_its_last_minute_is_after_it() {
        assertThat(read("FREQ=DAILY").after(START.plusSeconds(59)).findFirst()).contains(START.plusDays(1));
        assertThat(read("FREQ=DAILY").after(START.minusNanos(1)).findFirst()).contains(START);
    }

    @Test
    void before_its_start_is_any_time_before_and_after_its_end_any_time_after() {
        assertThat(read("FREQ=DAILY").after(LocalDateTime.MIN).findFirst()).contains(START);
        assertThat(read("FREQ=DAILY").after(LocalDateTime.MAX)).isEmpty();
    }

    @Test
    void it_is_read_again_as_it_says_itself() {
        // Given
        Recurrence rule = read("byday=SU;Freq=Weekly;count=5");

        // When
        Recurrence again = read(rule.rule());

        // Then
        assertThat(rule.rule()).isEqualTo("FREQ=WEEKLY;COUNT=5;BYDAY=SU");
        assertThat(again.rule()).isEqualTo(rule.rule());
        assertThat(again.last()).isEqualTo(rule.last()).isEqualTo("2027-04-04T18:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is no part of a rule",
                "every Sunday | is no part of a rule. A rule looks like FREQ=WEEKLY;BYDAY=SU.",
                "BYDAY=SU | FREQ is missing",
                "FREQ=SECONDLY | HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=MINUTELY | HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=DAILY; | is no part of a rule",
                "FREQ=DAILY;FREQ=WEEKLY | stands there twice",
                "FREQ=DAILY;BYSECOND=1 | is no part of a rule",
                "FREQ=DAILY;RSCALE=HEBREW | is no part of a rule",
                "FREQ=DAILY;X-MANY=1 | is no part of a rule",
                "FREQ=DAILY;COUNT=0 | from 1 to 10000",
                "FREQ=DAILY;COUNT=1000000000 | from 1 to 10000",
                "FREQ=DAILY;COUNT=99999999999999999999 | from 1 to 10000",
                "FREQ=DAILY;COUNT=-1 | from 1 to 10000",
                "FREQ=DAILY;INTERVAL=0 | from 1 to 366",
                "FREQ=DAILY;INTERVAL=2147483647 | from 1 to 366",
                "FREQ=DAILY;BYMINUTE=0,30 | once an hour is the most",
                "FREQ=DAILY;BYHOUR=24 | from 0 to 23",
                "FREQ=DAILY;BYHOUR= | from 0 to 23",
                "FREQ=DAILY;BYHOUR=9, | from 0 to 23",
                "FREQ=DAILY;BYHOUR=٩ | from 0 to 23",
                "FREQ=WEEKLY;BYDAY=SUN | for example SU",
                "FREQ=WEEKLY;BYDAY=1SU | Write BYDAY=SU",
                "FREQ=WEEKLY;BYMONTHDAY=1 | Write FREQ=MONTHLY",
                "FREQ=MONTHLY;BYWEEKNO=1 | go with FREQ=YEARLY only",
                "FREQ=MONTHLY;BYMONTHDAY=0 | days of the month from 1 to 31",
                "FREQ=MONTHLY;BYSETPOS=1 | Write among which",
                "FREQ=HOURLY;BYMONTH=1 | Write FREQ=DAILY and the hours",
                "FREQ=DAILY;COUNT=2;UNTIL=20280101 | Write one of them",
                "FREQ=DAILY;UNTIL=20280101T000000Z | without Z",
                "FREQ=DAILY;UNTIL=20280231 | no day of the calendar",
                "FREQ=DAILY;UNTIL=20270229 | no day of the calendar",
                "FREQ=DAILY;UNTIL=20280101T250000 | no day of the calendar",
                "FREQ=DAILY;UNTIL=20270228 | Write a later UNTIL",
                "FREQ=WEEKLY;BYDAY=SU;UNTIL=20270301 | It never happens",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | It never happens",
                "FREQ=YEARLY;INTERVAL=366;BYMONTH=2;BYMONTHDAY=30 | It never happens",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4 | It never happens",
                "FREQ=MONTHLY;BYDAY=6SU | It never happens",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=3 | It never happens"
            })
    void what_cannot_be_is_refused_and_told_what_would_be_right(String rule, String problem) {
        assertThat(problems(rule, START)).anySatisfy(told -> assertThat(told).contains(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T18:00", "2100-01-01T00:00", "2027-03-01T18:00:30"})
    void a_start_is_a_whole_minute_of_our_time(String start) {
        assertThat(problems("FREQ=DAILY", LocalDateTime.parse(start)))
                .singleElement()
                .asString()
                .contains("whole minute");
    }

    @Test
    void all_mistakes_are_told_at_once_and_none_is_endless() {
        assertThat(problems("FREQ=OFTEN;COUNT=no;BYDAY=XX", START)).hasSize(3);
        assertThat(problems("FREQ=DAILY;BYHOUR=" + "9,".repeat(100_000), START)).hasSize(1);
    }

    private static Recurrence read(String rule) {
        return Recurrence.parse(rule, START).of(read -> read, problems -> {
            throw new AssertionError(rule + ": " + problems);
        });
    }

    private static List<String> problems(String rule, LocalDateTime start) {
        return Recurrence.parse(rule, start).of(read -> List.of(), problems -> problems);
    }

    private static List<LocalDateTime> times(String written) {
        return Arrays.stream(written.split(" ")).map(LocalDateTime::parse).toList();
    }
}
