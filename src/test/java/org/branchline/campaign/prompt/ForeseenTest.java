package org.branchline.campaign.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Counted;
import org.junit.jupiter.api.Test;

class ForeseenTest {

    private static final Instant NOW = Instant.parse("2027-03-04T12:00:00Z");
    private static final Counted COUNTED =
            new Counted(List.of(new Counted.InZone("Asia/Tokyo", 40), new Counted.InZone("America/New_York", 20)));

    @Test
    void ten_occurrences_tell_how_many_where_and_from_when_to_when() {
        // When
        List<Foreseen> all =
                Foreseen.of(wanted("2027-03-07T18:00", Duration.ofHours(12)), COUNTED, QuietHours.USUAL, NOW, 30);

        // Then
        assertThat(all).hasSize(10);
        assertThat(all.get(0))
                .isEqualTo(new Foreseen(
                        LocalDateTime.parse("2027-03-07T18:00"),
                        60,
                        2,
                        Instant.parse("2027-03-07T09:00:00Z"),
                        Instant.parse("2027-03-07T23:00:00Z"),
                        Instant.parse("2027-03-07T23:00:02Z"),
                        0));
    }

    @Test
    void a_night_is_waited_for_or_it_is_too_late() {
        // When
        Foreseen patient = Foreseen.of(
                        wanted("2027-03-07T22:00", Duration.ofHours(12)), COUNTED, QuietHours.USUAL, NOW, 0)
                .get(0);
        Foreseen strict = Foreseen.of(
                        wanted("2027-03-07T22:00", Duration.ofHours(2)), COUNTED, QuietHours.USUAL, NOW, 0)
                .get(0);

        // Then
        assertThat(patient.first()).isEqualTo(Instant.parse("2027-03-07T23:00:00Z"));
        assertThat(strict.people()).isZero();
        assertThat(strict.tooLate()).isEqualTo(60);
    }

    @Test
    void where_the_hour_is_over_already_nobody_is_counted() {
        // When
        Foreseen today = Foreseen.of(wanted("2027-03-04T18:00", Duration.ofHours(12)), COUNTED, QuietHours.NONE, NOW, 0)
                .get(0);

        // Then
        assertThat(today.people()).isEqualTo(20);
        assertThat(today.zones()).isEqualTo(1);
    }

    private static Wanted wanted(String start, Duration late) {
        Recurrence weekly = Recurrence.parse("FREQ=WEEKLY", LocalDateTime.parse(start))
                .of(read -> read, problems -> {
                    throw new AssertionError(problems);
                });
        return new Wanted("branch-week", Audience.EVERYONE, "", weekly, late, false);
    }
}
