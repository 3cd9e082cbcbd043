package org.branchline.telegram.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteppingTest {

    private static final Instant NOW = Instant.parse("2027-03-28T00:00:00.250Z");
    private static final long LONG = Stepping.PATIENCE.toNanos();

    @Test
    void nothing_is_done_before_somebody_looked() {
        assertThat(Stepping.FIRST.done()).isFalse();
        assertThat(Stepping.FIRST.looked(0, 5).moved().done()).isFalse();
    }

    @Test
    void it_is_done_once_nothing_is_left() {
        // Given
        Stepping waiting = Stepping.FIRST.looked(3, 0).looked(1, 10);

        // When
        Stepping last = waiting.looked(0, 20);

        // Then
        assertThat(waiting.done()).isFalse();
        assertThat(last.done()).isTrue();
    }

    @Test
    void what_becomes_less_is_waited_for_as_long_as_it_takes() {
        // Given
        Stepping stepping = Stepping.FIRST;

        // When
        for (int left = 100; left > 0; left--) {
            stepping = stepping.looked(left, (100 - left) * (LONG - 1));

            // Then
            assertThat(stepping.done()).isFalse();
        }
    }

    @Test
    void what_stands_still_is_waited_for_once_and_not_at_every_step() {
        // Given
        Stepping stuck = Stepping.FIRST.looked(4, 0).looked(4, LONG);

        // When
        Stepping next = stuck.moved().looked(4, LONG + 1);

        // Then
        assertThat(Stepping.FIRST.looked(4, 0).looked(4, LONG - 1).done()).isFalse();
        assertThat(stuck.done()).isTrue();
        assertThat(next.done()).isTrue();
        assertThat(next.moved().looked(5, 2 * LONG).done()).isFalse();
        assertThat(next.moved().looked(1, 2 * LONG).moved().looked(4, 2 * LONG).done())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T01:00:00.250Z, PT1H",
        "2027-03-28T01:00:00Z, PT1H",
        "2027-03-28T00:00:00.300Z, PT1S",
        "2027-03-28T00:00:00.250Z, PT1S",
        "2027-03-27T00:00:00Z, PT1S",
        ","
    })
    void the_clock_goes_on_in_whole_seconds_at_least_by_one(@Nullable Instant next, @Nullable Duration rest) {
        // When
        Report report = Report.done(Duration.ofDays(1), NOW, next);

        // Then
        assertThat(report.rest()).isEqualTo(rest);
        assertThat(report.json("a").has("rest_seconds")).isEqualTo(rest != null);
    }
}
