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
        "18:00 on 1/12/2027, 18:00, 2027-12-01"
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
    @ValueSource(strings = {"", "soon", "25:00", "2027-02-30 18:00", "tomorrow", "18:00 until later"})
    void what_is_no_time_is_not_guessed(String typed) {
        assertThat(TypedTime.read(typed, NOW)).isEmpty();
    }

    @Test
    void at_once_is_a_time_too() {
        assertThat(TypedTime.read("now", NOW)).contains(Going.NOW);
        assertThat(TypedTime.read("Nu", NOW)).contains(Going.NOW);
    }
}
