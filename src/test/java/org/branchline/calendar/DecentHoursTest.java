package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecentHoursTest {

    @ParameterizedTest
    @CsvSource({
        "21:00-08:00, 2027-06-01, Europe/Copenhagen, 2027-06-01T07:00:00Z",
        "none, 2027-06-01, Pacific/Kiritimati, 2027-05-31T19:00:00Z",
        "21:00-10:30, 2027-06-01, America/Sao_Paulo, 2027-06-01T14:00:00Z",
        // Who sleeps by day has the night.
        "08:00-21:00, 2027-06-01, Europe/London, 2027-05-31T23:00:00Z",
        // Apia had no such day when it crossed the date line.
        "21:00-08:00, 2011-12-30, Pacific/Apia, 2011-12-30T10:00:00Z",
        "21:00-08:00, 2027-10-31, Europe/Copenhagen, 2027-10-31T08:00:00Z"
    })
    void the_first_of_a_day_is_in_the_morning_where_somebody_lives(
            String quiet, LocalDate day, String zone, Instant first) {
        // Given
        QuietHours hours = QuietHours.read(quiet).orElseThrow();

        // Then
        assertThat(new DecentHours(ZoneId.of(zone), hours).first(day)).isEqualTo(first);
    }
}
