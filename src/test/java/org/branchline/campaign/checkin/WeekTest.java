package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({
        // asked and not answered: late, for as long as there is no newer one
        "2027-03-07T18:00, 2027-03-14T18:00, 2027-03-08T09:00, true, false, 2027-03-07T18:00",
        "2027-03-07T18:00, 2027-03-14T18:00, 2027-03-14T17:00, true, false, 2027-03-07T18:00",
        // answered: the next, once it is nearer
        "2027-03-07T18:00, 2027-03-14T18:00, 2027-03-12T09:00, true, true, 2027-03-14T18:00",
        "2027-03-07T18:00, 2027-03-14T18:00, 2027-03-08T09:00, true, true, ",
        // never asked: whichever is nearer
        "2027-03-07T18:00, 2027-03-14T18:00, 2027-03-08T09:00, false, false, 2027-03-07T18:00",
        "2027-03-07T18:00, 2027-03-14T18:00, 2027-03-12T09:00, false, false, 2027-03-14T18:00",
        // before the first and after the last
        ", 2027-03-14T18:00, 2027-03-01T09:00, false, false, 2027-03-14T18:00",
        "2027-03-07T18:00, , 2027-03-30T09:00, false, false, 2027-03-07T18:00",
        "2027-03-07T18:00, , 2027-03-30T09:00, true, true, ",
        ", , 2027-03-30T09:00, false, false, "
    })
    void a_captain_who_answers_by_themselves_means_the_week_that_is_open(
            LocalDateTime last,
            LocalDateTime next,
            LocalDateTime now,
            boolean asked,
            boolean done,
            LocalDateTime meant) {
        // Given
        Instant there = now.atZone(TOKYO).toInstant();

        // Then
        assertThat(new Week(last, next, TOKYO, there).meant(asked, done).orElse(null))
                .isEqualTo(meant);
    }
}
