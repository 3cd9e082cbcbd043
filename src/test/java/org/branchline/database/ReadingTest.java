package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Instant NOON = Instant.parse("2027-03-04T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    @Test
    void betweenTwoLooksItRunsWithTheProcess() {
        // Given
        Reading reading = Reading.first(NOON, 5).then(NOON, Duration.ZERO, 7 * SECOND);

        // When
        Instant shown = reading.at(10 * SECOND);

        // Then
        assertThat(shown).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void theFirstLookSetsTheProcessRight() {
        // Given
        Reading ahead = Reading.first(NOON.plusSeconds(30), 0);

        // When
        Reading right = ahead.then(NOON, Duration.ZERO, 0);

        // Then
        assertThat(right.at(0)).isEqualTo(NOON);
    }

    @Test
    void itStandsUntilASlowerClockHasCaughtUp() {
        // Given
        Reading before = Reading.first(NOON, 0).then(NOON, Duration.ZERO, 0);

        // When
        Reading after = before.then(NOON.plusSeconds(8), Duration.ZERO, 10 * SECOND);

        // Then
        assertThat(after.at(10 * SECOND)).isEqualTo(NOON.plusSeconds(10));
        assertThat(after.at(11 * SECOND)).isEqualTo(NOON.plusSeconds(10));
        assertThat(after.at(13 * SECOND)).isEqualTo(NOON.plusSeconds(11));
    }

    @Test
    void aClockSetRightByMoreThanAMinuteIsFollowed() {
        // Given
        Reading wrong = Reading.first(NOON, 0).then(NOON.plusSeconds(3_600), Duration.ZERO, 0);

        // When
        Reading right = wrong.then(NOON, Duration.ZERO, 0);

        // Then
        assertThat(right.at(0)).isEqualTo(NOON);
    }

    @Test
    void aMovedClockShowsTheMoveAtOnce() {
        // Given
        Reading before = Reading.first(NOON, 0).then(NOON, Duration.ofDays(7), 0);

        // When
        Reading after = before.then(NOON, Duration.ofDays(7).minusSeconds(5), 0);

        // Then
        assertThat(before.at(0)).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(after.at(0)).isEqualTo(NOON.plus(Duration.ofDays(7)).minusSeconds(5));
    }
}
