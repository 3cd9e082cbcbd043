package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.branchline.calendar.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {

    @ParameterizedTest
    @CsvSource({
        // 18:00 in London, for somebody there: a day before, to the minute.
        "Europe/London, 2027-01-10T12:00:00Z, 2027-01-13T18:00:00Z, DAY, 2027-01-12T18:00:00Z",
        "Europe/London, 2027-01-12T18:00:00Z, 2027-01-13T18:00:00Z, HOUR, 2027-01-13T17:00:00Z",
        // 07:00 in Auckland: a day before is night there too, and the morning is a whole day before.
        "Pacific/Auckland, 2027-01-10T12:00:00Z, 2027-01-13T18:00:00Z, DAY, 2027-01-12T19:00:00Z",
        // 03:00 in Tokyo: it was night a day before, and so it comes when that ends.
        "Asia/Tokyo, 2027-01-10T12:00:00Z, 2027-01-13T18:00:00Z, DAY, 2027-01-12T23:00:00Z",
        // An hour before they are woken: they chose it.
        "Asia/Tokyo, 2027-01-13T12:00:00Z, 2027-01-13T18:00:00Z, HOUR, 2027-01-13T17:00:00Z"
    })
    void a_day_before_outside_their_night_and_an_hour_before_whenever_that_is(
            ZoneId zone, Instant now, Instant starts, Reminder reminder, Instant at) {
        assertThat(Reminder.after(now, starts, QuietHours.USUAL, zone)).contains(new Reminder.Next(reminder, at));
    }

    @Test
    void whoever_takes_a_place_in_the_last_hour_needs_no_reminder() {
        assertThat(Reminder.after(
                        Instant.parse("2027-01-13T17:00:00Z"),
                        Instant.parse("2027-01-13T18:00:00Z"),
                        QuietHours.USUAL,
                        ZoneId.of("Europe/London")))
                .isEmpty();
    }
}
