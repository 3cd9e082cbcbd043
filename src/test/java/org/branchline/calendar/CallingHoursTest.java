package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingHoursTest {

    private static final CallingHours BRITAIN = CallingHours.of(
            ZoneId.of("Europe/London"),
            new CallingHours.Hours(LocalTime.of(9, 0), LocalTime.of(21, 0)),
            new CallingHours.Hours(LocalTime.of(10, 0), LocalTime.of(18, 0)));

    @ParameterizedTest
    @CsvSource({
        // A Wednesday, in winter.
        "2027-01-13T09:00:00Z, 2027-01-13T10:00:00Z, true",
        "2027-01-13T08:59:00Z, 2027-01-13T10:00:00Z, false",
        "2027-01-13T19:30:00Z, 2027-01-13T21:00:00Z, true",
        "2027-01-13T19:30:00Z, 2027-01-13T21:01:00Z, false",
        "2027-01-13T20:00:00Z, 2027-01-14T09:30:00Z, false",
        // A Wednesday, in summer.
        "2027-06-16T08:00:00Z, 2027-06-16T09:00:00Z, true",
        "2027-06-16T20:00:00Z, 2027-06-16T20:30:00Z, false",
        // The Sunday on which the clocks go forward.
        "2027-03-28T09:00:00Z, 2027-03-28T17:00:00Z, true",
        "2027-03-28T17:00:00Z, 2027-03-28T17:30:00Z, false",
        "2027-03-27T17:00:00Z, 2027-03-27T18:00:00Z, true"
    })
    void calls_begin_and_end_within_the_hours_of_their_day_where_they_are_heard(
            Instant from, Instant until, boolean allowed) {
        assertThat(BRITAIN.allow(from, until)).isEqualTo(allowed);
    }

    @Test
    void on_a_closed_day_nobody_is_called_at_any_hour_there() {
        // Given
        CallingHours closed = new CallingHours(BRITAIN.zone(), BRITAIN.days(), Set.of(LocalDate.of(2027, 12, 25)));
        Instant noon = Instant.parse("2027-12-25T12:00:00Z");

        // Then
        assertThat(BRITAIN.allow(noon, noon.plusSeconds(60))).isTrue();
        assertThat(closed.allow(noon, noon.plusSeconds(60))).isFalse();
        assertThat(closed.allow(noon.plus(Duration.ofDays(1)), noon.plus(Duration.ofDays(1))))
                .isTrue();
        assertThat(closed.closed(Instant.parse("2027-12-25T00:00:00Z"))).isTrue();
        assertThat(closed.closed(Instant.parse("2027-12-24T23:59:59Z"))).isFalse();
    }
}
