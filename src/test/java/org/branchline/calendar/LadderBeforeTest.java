package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.LadderBefore.Rung;
import org.branchline.calendar.LadderBefore.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LadderBeforeTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final Instant EARLY = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The usual one.
                "7d, 2d, last | 2027-06-15T17:00 | 2027-01-01T12:00 | 06-08T18:00 06-13T18:00 06-15T16:00",
                "7d 09:30, 2d, last | 2027-06-15T17:00 | 2027-01-01T12:00 | 06-08T09:30 06-13T18:00 06-15T16:00",
                // In quiet hours it waits for their end.
                "2d 23:00, 1d 07:00 | 2027-06-15T17:00 | 2027-01-01T12:00 | 06-14T08:00",
                // What is past is left out; exactly now is not past.
                "7d, 2d, last | 2027-06-15T17:00 | 2027-06-08T18:00 | 06-08T18:00 06-13T18:00 06-15T16:00",
                "7d, 2d, last | 2027-06-15T17:00 | 2027-06-08T18:01 | 06-13T18:00 06-15T16:00",
                // The last decent hour leaves half an hour, and is the evening before where the deadline is early.
                "last | 2027-06-15T18:29 | 2027-01-01T12:00 | 06-15T17:00",
                "last | 2027-06-15T18:30 | 2027-01-01T12:00 | 06-15T18:00",
                "last | 2027-06-15T23:59 | 2027-01-01T12:00 | 06-15T20:00",
                "last | 2027-06-15T09:00 | 2027-01-01T12:00 | 06-14T20:00",
                "last | 2027-06-15T09:30 | 2027-01-01T12:00 | 06-15T09:00",
                // Two on one day are one, the later.
                "1d, last | 2027-06-15T09:00 | 2027-01-01T12:00 | 06-14T20:00",
                // A rung that would come too late does not come.
                "1d 22:00, last | 2027-06-15T07:00 | 2027-01-01T12:00 | 06-14T20:00",
                // Too near: at once, at the first decent hour, or as soon as it is not quiet.
                "7d, 2d, last | 2027-06-15T17:00 | 2027-06-15T16:20 | 06-15T16:20",
                "7d, 2d | 2027-06-15T17:00 | 2027-06-14T12:00 | 06-14T12:00",
                "7d, 2d | 2027-06-15T17:00 | 2027-06-14T20:30 | 06-15T09:00",
                "7d, 2d, last | 2027-06-15T08:30 | 2027-06-14T20:30 | 06-14T20:30",
                "7d, 2d, last | 2027-06-15T08:30 | 2027-06-14T23:30 | 06-15T08:00",
                "7d, 2d, last | 2027-06-15T09:00 | 2027-06-14T23:30 | 06-15T08:00"
            })
    void its_rungs_lead_up_to_the_deadline(String ladder, String deadline, String made, String steps) {
        // Given
        Deadline moment = new Deadline.Moment(copenhagen(deadline));

        // When
        List<Step> found = read(ladder).in(COPENHAGEN, moment, QuietHours.USUAL, copenhagen(made));

        // Then
        assertThat(found)
                .extracting(Step::at)
                .containsExactlyElementsOf(Arrays.stream(steps.split(" "))
                        .map(step -> copenhagen("2027-" + step))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"2027-06-15T07:00, 2027-06-14T21:30", "2027-06-15T07:00, 2027-06-15T07:00"})
    void nothing_goes_where_it_is_quiet_until_the_deadline_or_too_late(String deadline, String made) {
        assertThat(LadderBefore.USUAL.in(
                        COPENHAGEN, new Deadline.Moment(copenhagen(deadline)), QuietHours.USUAL, copenhagen(made)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2027-06-08T16:00:00Z, 2027-06-15T18:00:00Z",
        "Pacific/Kiritimati, 2027-06-08T04:00:00Z, 2027-06-15T06:00:00Z",
        "Pacific/Marquesas, 2027-06-09T03:30:00Z, 2027-06-16T05:30:00Z"
    })
    void a_day_ends_when_it_ends_where_each_lives(ZoneId zone, Instant week, Instant last) {
        // Given
        Deadline day = new Deadline.EndOf(LocalDate.parse("2027-06-15"));

        // When
        List<Step> steps = read("7d, last").in(zone, day, QuietHours.USUAL, EARLY);

        // Then
        assertThat(steps)
                .containsExactly(new Step(new Rung.Days(7, LadderBefore.HOUR), week), new Step(new Rung.Last(), last));
    }

    @Test
    void midnight_is_the_end_of_the_day_before() {
        // Given
        Deadline midnight = new Deadline.Moment(copenhagen("2027-06-16T00:00"));

        // Then
        assertThat(midnight.day(COPENHAGEN)).isEqualTo("2027-06-15");
        assertThat(new Deadline.EndOf(LocalDate.parse("2027-06-15")).in(COPENHAGEN))
                .isEqualTo(midnight.in(COPENHAGEN));
    }

    @Test
    void who_is_quiet_all_day_is_reminded_in_the_night() {
        // Given
        QuietHours daySleeper = QuietHours.read("08:00-21:00").orElseThrow();
        Deadline deadline = new Deadline.Moment(copenhagen("2027-06-15T17:00"));

        // When
        List<Step> steps = LadderBefore.USUAL.in(COPENHAGEN, deadline, daySleeper, EARLY);

        // Then
        assertThat(steps)
                .extracting(Step::at)
                .containsExactly(
                        copenhagen("2027-06-08T21:00"), copenhagen("2027-06-13T21:00"), copenhagen("2027-06-15T07:00"));
    }

    @Test
    void an_hour_that_clocks_skip_into_quiet_ones_is_none() {
        // Given
        QuietHours nearlyAlways = QuietHours.read("03:00-02:00").orElseThrow();
        Deadline deadline = new Deadline.Moment(copenhagen("2027-03-28T17:00"));

        // When
        Optional<Instant> last = new Rung.Last().in(COPENHAGEN, deadline, nearlyAlways);

        // Then
        assertThat(last).contains(copenhagen("2027-03-27T02:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d, 2d, last", " 7d ,2d,last ", "7d 18:00, 2d 18:00, last"})
    void it_is_read_as_a_coordinator_writes_it(String written) {
        assertThat(read(written)).isEqualTo(LadderBefore.USUAL).hasToString("7d 18:00, 2d 18:00, last");
    }

    @Test
    void rungs_without_an_hour_take_the_one_that_is_given() {
        assertThat(LadderBefore.read("3d, 1d 10:00", LocalTime.NOON).of(LadderBefore::toString, problems -> "refused"))
                .isEqualTo("3d 12:00, 1d 10:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is no rung. Write days before the deadline",
                "-3d | \"-3d\" is no rung",
                "eight days | \"eight days\" is no rung",
                "+1d | as in 7d or 7d 09:00",
                "0d | from 1d to 365d",
                "366d | from 1d to 365d",
                "9999999999d | from 1d to 365d",
                "7d, | \"\" is no rung",
                "7d 25:00 | is no rung",
                "7d 9:00 | is no rung",
                "last, 2d | Write the earliest first",
                "2d, 7d | Write the earliest first",
                "2d 09:00, 2d 18:00 | each day once",
                "last, last | each day once"
            })
    void what_is_no_ladder_is_refused_and_told_what_would_be_right(String written, String problem) {
        assertThat(problems(written)).singleElement().asString().contains(problem);
    }

    @Test
    void four_hundred_rungs_are_too_many() {
        assertThat(problems("1d, ".repeat(400) + "last"))
                .containsExactly("A ladder has at most 10 rungs. Leave some out.");
    }

    private static LadderBefore read(String written) {
        return LadderBefore.read(written).of(read -> read, problems -> {
            throw new AssertionError(written + ": " + problems);
        });
    }

    private static List<String> problems(String written) {
        return LadderBefore.read(written).of(read -> List.of(), problems -> problems);
    }

    private static Instant copenhagen(String local) {
        return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }
}
