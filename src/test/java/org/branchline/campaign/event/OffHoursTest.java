package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.calendar.CallingHours;
import org.branchline.calendar.WallClock;
import org.branchline.campaign.audience.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffHoursTest {

    private static final CallingHours BRITAIN = CallingHours.of(
            ZoneId.of("Europe/London"),
            new CallingHours.Hours(LocalTime.of(9, 0), LocalTime.of(21, 0)),
            new CallingHours.Hours(LocalTime.of(9, 0), LocalTime.of(21, 0)));

    /** A Wednesday in winter. */
    private static final Instant NOW = Instant.parse("2027-01-13T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // By London's own clock summer time moves nothing.
        "Europe/London, 2027-01-14T19:30, FREQ=WEEKLY, ",
        "Europe/London, 2027-01-14T19:31, FREQ=WEEKLY, 2027-01-14T19:31:00Z",
        // In Tokyo clocks stay: at 04:30 it is 19:30 in London, and from the last Sunday of March on 20:30.
        "Asia/Tokyo, 2027-01-14T04:30, FREQ=WEEKLY, 2027-03-31T19:30:00Z",
        "Asia/Tokyo, 2027-01-14T04:30, FREQ=WEEKLY;UNTIL=20270325, ",
        // In New York clocks go forward two weeks before: 04:00 there is 08:00 in London for that long.
        "America/New_York, 2027-01-14T04:00, FREQ=WEEKLY, 2027-03-18T08:00:00Z",
        "America/New_York, 2027-01-14T04:00, FREQ=WEEKLY;UNTIL=20270311, ",
        // Once, however late.
        "Asia/Tokyo, 2029-06-14T18:00, '', ",
        "Asia/Tokyo, 2029-06-14T12:00, '', 2029-06-14T03:00:00Z"
    })
    void every_shift_of_a_series_counts_over_summer_time_too(
            ZoneId zone, LocalDateTime begins, String rule, Instant first) {
        // When
        Optional<Instant> off = OffHours.first(event(zone, begins, rule), BRITAIN, NOW, NOW.plus(Duration.ofDays(366)));

        // Then
        assertThat(off).isEqualTo(Optional.ofNullable(first));
    }

    @Test
    void what_is_stored_later_leaves_out_what_does_not_fit_by_then() {
        // Given
        Event tokyo = event(ZoneId.of("Asia/Tokyo"), LocalDateTime.parse("2027-01-14T04:30"), "FREQ=WEEKLY");
        Instant from = Instant.parse("2027-03-20T00:00:00Z");
        Instant until = Instant.parse("2027-04-10T00:00:00Z");

        // Then
        assertThat(OffHours.part(tokyo, BRITAIN, from, until).kept())
                .extracting(Series.Begins::local)
                .containsExactly(LocalDateTime.parse("2027-03-25T04:30"));
        assertThat(OffHours.part(tokyo, BRITAIN, from, until).left())
                .extracting(Series.Begins::local)
                .containsExactly(LocalDateTime.parse("2027-04-01T04:30"), LocalDateTime.parse("2027-04-08T04:30"));
        assertThat(OffHours.part(tokyo, null, from, until).kept()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        // Once, on a closed day.
        "2027-01-14T18:00, '', 2027-01-14T18:00:00Z",
        // A series of which one is on a closed day: it is left out, and no reason to refuse the others.
        "2027-01-14T18:00, FREQ=WEEKLY, ",
        // A series of which nothing is left.
        "2027-01-14T18:00, FREQ=WEEKLY;COUNT=1, 2027-01-14T18:00:00Z",
        // What is too late on each day is too late, closed days or not.
        "2027-01-14T20:30, FREQ=WEEKLY, 2027-01-21T20:30:00Z"
    })
    void a_series_leaves_out_closed_days_and_what_takes_place_once_is_not_on_one(
            LocalDateTime begins, String rule, Instant first) {
        // Given
        CallingHours closed = new CallingHours(BRITAIN.zone(), BRITAIN.days(), Set.of(LocalDate.of(2027, 1, 14)));
        Event event = event(ZoneId.of("Europe/London"), begins, rule);

        // When
        Optional<Instant> off = OffHours.first(event, closed, NOW, NOW.plus(Duration.ofDays(60)));

        // Then
        assertThat(off).isEqualTo(Optional.ofNullable(first));
        assertThat(OffHours.part(event, closed, NOW, NOW.plus(Duration.ofDays(60)))
                        .left())
                .extracting(Series.Begins::at)
                .contains(WallClock.first(begins, ZoneId.of("Europe/London")));
    }

    private static Event event(ZoneId zone, LocalDateTime begins, String rule) {
        return new Event(
                0,
                EventKind.PHONE_BANK,
                "en",
                Map.of("en", "Phone bank"),
                Map.of(),
                "",
                "",
                null,
                null,
                Audience.EVERYONE,
                "Everyone",
                zone,
                rule,
                begins,
                Duration.ofMinutes(90),
                12,
                0,
                "britain",
                "",
                "",
                List.of(),
                "",
                true);
    }
}
