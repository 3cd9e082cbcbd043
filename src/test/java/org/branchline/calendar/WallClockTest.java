package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T02:30, Europe/Copenhagen, 2027-03-28T01:00:00Z",
        "2027-10-31T02:30, Europe/Copenhagen, 2027-10-31T00:30:00Z",
        "2027-06-01T18:00, Europe/Copenhagen, 2027-06-01T16:00:00Z",
        "2027-03-14T02:30, America/Vancouver, 2027-03-14T10:00:00Z",
        "2027-10-03T02:15, Australia/Lord_Howe, 2027-10-02T15:30:00Z",
        "2027-06-01T18:00, Pacific/Kiritimati, 2027-06-01T04:00:00Z",
        "2027-06-01T18:00, Pacific/Marquesas, 2027-06-02T03:30:00Z",
        "2027-06-01T18:00, Asia/Kathmandu, 2027-06-01T12:15:00Z",
        "2011-12-30T18:00, Pacific/Apia, 2011-12-30T10:00:00Z"
    })
    void what_does_not_exist_is_the_first_moment_after_the_gap_and_what_comes_twice_is_the_first(
            String local, String zone, String instant) {
        assertThat(WallClock.first(LocalDateTime.parse(local), ZoneId.of(zone))).isEqualTo(instant);
    }

    @Test
    void in_every_jump_of_every_zone_from_2020_to_2040_no_hour_is_lost_and_none_comes_twice() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            Instant at = Instant.parse("2020-01-01T00:00:00Z");
            Instant end = Instant.parse("2040-01-01T00:00:00Z");
            for (ZoneOffsetTransition jump = zone.getRules().nextTransition(at);
                    jump != null && jump.getInstant().isBefore(end);
                    jump = zone.getRules().nextTransition(jump.getInstant())) {
                // When
                Instant moment = WallClock.first(between(jump), zone);

                // Then
                if (jump.isGap()) {
                    assertThat(moment).as("%s %s", id, jump).isEqualTo(jump.getInstant());
                } else {
                    assertThat(moment).as("%s %s", id, jump).isBefore(jump.getInstant());
                    assertThat(LocalDateTime.ofInstant(moment, zone)).isEqualTo(between(jump));
                }
            }
        }
    }

    private static LocalDateTime between(ZoneOffsetTransition jump) {
        LocalDateTime before = LocalDateTime.ofInstant(jump.getInstant(), ZoneOffset.UTC)
                .plusSeconds(jump.getOffsetBefore().getTotalSeconds());
        return before.plus(jump.getDuration().dividedBy(2));
    }
}
