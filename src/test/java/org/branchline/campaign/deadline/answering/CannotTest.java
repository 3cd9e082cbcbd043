package org.branchline.campaign.deadline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.branchline.campaign.helpdesk.Helper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CannotTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T07:00:00Z, 2027-03-01T09:00:00Z",
        "2027-03-01T09:00:00Z, 2027-03-01T18:00:00Z",
        "2027-03-01T17:59:00Z, 2027-03-01T18:00:00Z",
        "2027-03-01T18:00:00Z, 2027-03-02T09:00:00Z",
        "2027-03-01T23:00:00Z, 2027-03-02T09:00:00Z"
    })
    void whoever_cannot_be_told_now_can_be_in_the_morning_or_when_it_is_gathered(Instant now, Instant next) {
        // Then
        assertThat(Cannot.next(captain("UTC", null), now)).isEqualTo(next);
    }

    @Test
    void quiet_that_was_asked_for_ends_first() {
        // Given
        Instant now = Instant.parse("2027-03-01T12:00:00Z");

        // When
        Instant byDay = Cannot.next(captain("UTC", Instant.parse("2027-03-03T10:00:00Z")), now);
        Instant byNight = Cannot.next(captain("UTC", Instant.parse("2027-03-03T22:00:00Z")), now);

        // Then
        assertThat(byDay).isEqualTo("2027-03-03T10:00:00Z");
        assertThat(byNight).isEqualTo("2027-03-04T09:00:00Z");
    }

    private static Helper captain(String zone, Instant quietUntil) {
        return new Helper(1, 2, "Maria", "en", ZoneId.of(zone), quietUntil, List.of());
    }
}
