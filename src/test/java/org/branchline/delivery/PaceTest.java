package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void a_bot_sends_evenly_and_never_more_than_its_rate_in_any_second() {
        // Given
        Pace pace = Pace.even(30, 4 * MILLI);
        long[] sent = new long[300];

        // When
        long now = 0;
        for (int i = 0; i < sent.length; i++) {
            // A timer of whole milliseconds that comes up to 2 ms late.
            now += (pace.delay(now) / MILLI + (i % 3)) * MILLI;
            while (pace.delay(now) > 0) {
                now += MILLI;
            }
            pace.take(now);
            sent[i] = now;
        }

        // Then
        for (int i = 31; i < sent.length; i++) {
            assertThat(sent[i] - sent[i - 31]).isGreaterThanOrEqualTo(SECOND);
        }
        assertThat((double) sent.length / (sent[299] / (double) SECOND)).isBetween(29.5, 30.2);
    }

    @Test
    void a_chat_may_burst_after_a_pause_and_then_waits() {
        // Given
        Pace pace = Pace.bursting(1, 3);

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(pace.delay(0)).isZero();
            pace.take(0);
        }

        // Then
        assertThat(pace.delay(0)).isEqualTo(SECOND);
        assertThat(pace.delay(SECOND)).isZero();
        assertThat(pace.idle(2 * SECOND)).isFalse();
        assertThat(pace.idle(3 * SECOND)).isTrue();
    }

    @Test
    void a_rate_of_zero_is_no_limit() {
        // Given
        Pace pace = Pace.even(0, 4 * MILLI);

        // When
        for (int i = 0; i < 10_000; i++) {
            pace.take(0);
        }

        // Then
        assertThat(pace.delay(0)).isZero();
    }
}
