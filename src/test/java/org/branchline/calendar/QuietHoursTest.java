package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "20:59, false",
        "21:00, true",
        "23:30, true",
        "00:00, true",
        "07:59, true",
        "08:00, false",
        "12:00, false"
    })
    void they_begin_in_the_evening_and_end_in_the_morning(String time, boolean quiet) {
        assertThat(QuietHours.USUAL.at(LocalTime.parse(time))).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "21:00-08:00, 2027-06-01T12:00:00Z, Europe/Copenhagen, 2027-06-01T12:00:00Z",
        "21:00-08:00, 2027-06-01T19:00:00Z, Europe/Copenhagen, 2027-06-02T06:00:00Z",
        "21:00-08:00, 2027-06-01T23:00:00Z, Europe/Copenhagen, 2027-06-02T06:00:00Z",
        "21:00-08:00, 2027-06-01T17:00:00Z, Asia/Kathmandu, 2027-06-02T02:15:00Z",
        "21:00-08:00, 2027-06-01T07:00:00Z, Pacific/Kiritimati, 2027-06-01T18:00:00Z",
        "21:00-08:00, 2027-06-01T06:30:00Z, Pacific/Marquesas, 2027-06-01T17:30:00Z",
        // In these nights the clocks are put forward and back: it is quiet for 10 and for 12 hours.
        "21:00-08:00, 2027-03-27T20:00:00Z, Europe/Copenhagen, 2027-03-28T06:00:00Z",
        "21:00-08:00, 2027-10-30T19:00:00Z, Europe/Copenhagen, 2027-10-31T07:00:00Z",
        // An end that does not exist is the first moment after the gap, one that comes twice is the first.
        "21:00-02:30, 2027-03-27T23:00:00Z, Europe/Copenhagen, 2027-03-28T01:00:00Z",
        "21:00-02:30, 2027-10-30T23:00:00Z, Europe/Copenhagen, 2027-10-31T00:30:00Z",
        "21:00-02:30, 2027-10-31T01:10:00Z, Europe/Copenhagen, 2027-10-31T01:10:00Z",
        "13:00-15:00, 2027-06-01T12:00:00Z, Europe/Copenhagen, 2027-06-01T13:00:00Z",
        "none, 2027-06-01T23:00:00Z, Europe/Copenhagen, 2027-06-01T23:00:00Z"
    })
    void what_falls_due_in_them_waits_for_their_end(String hours, String then, String zone, String end) {
        assertThat(QuietHours.read(hours).orElseThrow().end(Instant.parse(then), ZoneId.of(zone)))
                .isEqualTo(end);
    }

    @Test
    void they_are_read_as_they_are_written_and_nothing_else_is() {
        assertThat(QuietHours.read("21:00-08:00")).contains(QuietHours.USUAL);
        assertThat(QuietHours.read("none").orElseThrow().none()).isTrue();
        assertThat(QuietHours.read("21-8")).isEmpty();
        assertThat(QuietHours.read("21:00-25:00")).isEmpty();
        assertThat(QuietHours.USUAL).hasToString("21:00-08:00");
    }

    @Test
    void a_members_own_are_theirs_wider_or_narrower_and_without_any_the_organisations_hold() {
        // Given
        QuietHours wider = QuietHours.read("19:00-10:00").orElseThrow();

        // Then
        assertThat(QuietHours.USUAL.forMember(wider)).isEqualTo(wider);
        assertThat(QuietHours.USUAL.forMember(QuietHours.NONE)).isEqualTo(QuietHours.NONE);
        assertThat(QuietHours.USUAL.forMember(null)).isEqualTo(QuietHours.USUAL);
    }
}
