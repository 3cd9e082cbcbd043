package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {

    /** A Wednesday. */
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2027-03-03T12:00:00+01:00[Europe/Copenhagen]");

    @ParameterizedTest
    @CsvSource({
        "18:00, 18:00,",
        "kl. 18, 18:00,",
        "at 6pm, 18:00,",
        "12 am, 00:00,",
        "today 18:00, 18:00, 2027-03-03",
        "Tomorrow 18.30, 18:30, 2027-03-04",
        "i morgen kl. 18, 18:00, 2027-03-04",
        "Friday 9:30, 09:30, 2027-03-05",
        "fredag 9.30, 09:30, 2027-03-05",
        "lørdag 10:00, 10:00, 2027-03-06",
        "wed 11:00, 11:00, 2027-03-10",
        "onsdag 13:00, 13:00, 2027-03-03",
        "2027-12-01 18:00, 18:00, 2027-12-01",
        "1.12.2027 kl. 18:00, 18:00, 2027-12-01",
        "18:00 on 1/12/2027, 18:00, 2027-12-01",
        "5. december kl. 18, 18:00, 2027-12-05",
        "24 december 18:00, 18:00, 2027-12-24",
        "9.12. kl. 18, 18:00, 2027-12-09",
        "kl. 18 den 9.12., 18:00, 2027-12-09",
        "December 5th at 6 p.m., 18:00, 2027-12-05",
        "18:00 on the 5th of October, 18:00, 2027-10-05",
        "18:00 December 5, 18:00, 2027-12-05",
        "24 dec 2028 18:00, 18:00, 2028-12-24",
        "2. marts kl. 18, 18:00, 2028-03-02",
        "fredag den 5. marts kl. 18, 18:00, 2027-03-05",
        "i overmorgen 18:00, 18:00, 2027-03-05",
        "the day after tomorrow 18:00, 18:00, 2027-03-05",
        "på lørdag kl. 10, 10:00, 2027-03-06",
        "i aften kl. 20, 20:00, 2027-03-03",
        "tomorrow evening 8pm, 20:00, 2027-03-04",
        "6 o’clock, 06:00,"
    })
    void a_time_is_found_however_it_is_written(String typed, String hour, LocalDate day) {
        // When
        Going read = TypedTime.read(typed, NOW).orElseThrow();

        // Then
        assertThat(read.at()).isEqualTo(LocalTime.parse(hour));
        assertThat(read.on()).isEqualTo(day);
        assertThat(read.own()).isTrue();
        assertThat(read.finishBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "tomorrow 18:00 until 20:00, 2027-03-04T19:00:00Z",
        "18:00 inden fredag 20:00, 2027-03-05T19:00:00Z",
        "now until 20:00, 2027-03-03T19:00:00Z",
        "until 11:00, 2027-03-04T10:00:00Z"
    })
    void an_end_is_by_the_writers_clock(String typed, String end) {
        assertThat(TypedTime.read(typed, NOW).orElseThrow().finishBy()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "25:00",
                "18:00 am",
                "2027-02-30 18:00",
                "31.4. kl. 18",
                "9.12 18:00",
                "5/12 18:00",
                "den 5. kl. 18",
                "torsdag den 5. marts kl. 18",
                "tomorrow",
                "næste fredag",
                "næste fredag kl. 18",
                "next Friday 18:00",
                "om 10 minutter",
                "in 10 minutes",
                "om 3 dage kl. 18",
                "18-20",
                "i aften kl. 8",
                "tonight 8",
                "18:00 CET",
                "18:00 until",
                "18:00 until later",
                "18:00 until 20:00 next Friday"
            })
    void what_is_no_time_is_not_guessed(String typed) {
        assertThat(TypedTime.read(typed, NOW)).isEmpty();
    }

    @Test
    void at_once_is_a_time_too() {
        assertThat(TypedTime.read("now", NOW)).contains(Going.NOW);
        assertThat(TypedTime.read("Nu", NOW)).contains(Going.NOW);
    }
}
