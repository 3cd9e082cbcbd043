package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.branchline.calendar.QuietHours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        // now, the shift starts, told, until
        "2027-01-13T12:00:00Z, 2027-01-20T18:00:00Z, 2027-01-13T12:00:00Z, 2027-01-14T08:00:00Z",
        "2027-01-13T12:00:00Z, 2027-01-15T18:00:00Z, 2027-01-13T12:00:00Z, 2027-01-13T15:00:00Z",
        "2027-01-13T12:00:00Z, 2027-01-13T20:00:00Z, 2027-01-13T12:00:00Z, 2027-01-13T13:00:00Z",
        "2027-01-13T12:00:00Z, 2027-01-13T15:00:00Z, 2027-01-13T12:00:00Z, 2027-01-13T12:20:00Z",
        "2027-01-13T12:00:00Z, 2027-01-13T13:00:00Z, 2027-01-13T12:00:00Z, 2027-01-13T12:10:00Z",
        "2027-01-13T12:00:00Z, 2027-01-13T12:05:00Z, 2027-01-13T12:00:00Z, 2027-01-13T12:05:00Z",
        // In their night: after it, and the time runs from then on.
        "2027-01-13T23:00:00Z, 2027-01-20T18:00:00Z, 2027-01-14T08:00:00Z, 2027-01-14T20:00:00Z",
        "2027-01-13T23:00:00Z, 2027-01-14T18:00:00Z, 2027-01-14T08:00:00Z, 2027-01-14T09:00:00Z",
        // A shift right behind their night cannot wait for its end.
        "2027-01-13T23:00:00Z, 2027-01-14T09:00:00Z, 2027-01-13T23:00:00Z, 2027-01-14T08:00:00Z"
    })
    void the_nearer_the_shift_the_shorter_and_never_into_their_night_where_that_can_be(
            Instant now, Instant starts, Instant tell, Instant until) {
        assertThat(Patience.of(now, starts, QuietHours.USUAL, LONDON)).isEqualTo(new Patience.Offer(tell, until));
    }
}
