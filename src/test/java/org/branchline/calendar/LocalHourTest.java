package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalHourTest {

    private static final LocalTime SIX = LocalTime.of(18, 0);

    @ParameterizedTest
    @CsvSource({
        // It is 23:59, 23:45, 00:30 and 15:45 there.
        "2027-06-01T09:59:00Z, Pacific/Kiritimati, 2027-06-02T04:00:00Z",
        "2027-06-01T18:00:00Z, Asia/Kathmandu, 2027-06-02T12:15:00Z",
        "2027-06-01T10:00:00Z, Pacific/Marquesas, 2027-06-02T03:30:00Z",
        "2027-06-01T10:00:00Z, Asia/Kathmandu, 2027-06-01T12:15:00Z",
        // Exactly then is not too late.
        "2027-06-01T16:00:00Z, Europe/Copenhagen, 2027-06-01T16:00:00Z",
        "2027-06-01T16:00:01Z, Europe/Copenhagen, 2027-06-02T16:00:00Z"
    })
    void without_a_day_it_is_the_next_time_it_is_that_hour_there(String now, String zone, String due) {
        assertThat(new LocalHour(SIX, null).in(ZoneId.of(zone), Instant.parse(now)))
                .isEqualTo(due);
    }

    @Test
    void everybody_has_it_within_one_turn_of_the_earth() {
        // Given
        for (String start : new String[] {"2027-03-27T17:30:00Z", "2027-06-01T00:00:00Z", "2027-10-30T17:30:00Z"}) {
            Instant now = Instant.parse(start);
            for (String zone : ZoneId.getAvailableZoneIds()) {
                // When
                Instant due = new LocalHour(SIX, null).in(ZoneId.of(zone), now);

                // Then
                assertThat(due).as(zone).isBetween(now, now.plus(Duration.ofHours(25)));
                assertThat(due.atZone(ZoneId.of(zone)).toLocalTime()).as(zone).isEqualTo(SIX);
            }
        }
    }

    @Test
    void on_a_day_it_is_that_day_there_and_at_once_where_that_is_over() {
        // Given
        LocalHour hour = new LocalHour(SIX, LocalDate.parse("2027-06-01"));
        Instant now = Instant.parse("2027-06-01T10:00:00Z");

        // Then
        assertThat(hour.in(ZoneId.of("Pacific/Kiritimati"), now)).isEqualTo(now);
        assertThat(hour.in(ZoneId.of("Asia/Kathmandu"), now)).isEqualTo("2027-06-01T12:15:00Z");
        assertThat(hour.in(ZoneId.of("Pacific/Marquesas"), now)).isEqualTo("2027-06-02T03:30:00Z");
    }

    @Test
    void in_the_night_the_clocks_are_put_back_whoever_missed_the_first_waits_for_tomorrow() {
        // Given
        Instant betweenBoth = Instant.parse("2027-10-31T01:00:00Z");

        // When
        Instant due = new LocalHour(LocalTime.of(2, 30), null).in(ZoneId.of("Europe/Copenhagen"), betweenBoth);

        // Then
        assertThat(due).isEqualTo("2027-11-01T01:30:00Z");
    }
}
