package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 30, 1_000})
    void a_bot_sends_evenly_and_never_more_than_its_rate_in_any_second(double rate) {
        // Given
        Pace pace = Pace.even(rate);
        int most = (int) Math.max(1, rate);
        long[] sent = new long[10 * most];

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
        for (int i = most; i < sent.length; i++) {
            assertThat(sent[i] - sent[i - most]).isGreaterThan((long) (most / rate * SECOND));
        }
        assertThat(sent.length / (sent[sent.length - 1] / (double) SECOND)).isGreaterThan(0.98 * rate);
    }

    @Test
    void what_came_late_is_caught_up_but_no_second_holds_more_than_the_rate() {
        // Given
        Pace pace = Pace.even(30);
        List<Long> sent = new ArrayList<>();

        // When
        for (long now = 0; now < 10 * SECOND; now += MILLI) {
            // Every second the process stands still for a fifth of it.
            if (now % SECOND >= 200 * MILLI && pace.delay(now) == 0) {
                pace.take(now);
                sent.add(now);
            }
        }

        // Then
        for (int i = 30; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 30)).isGreaterThan(SECOND);
        }
        assertThat(sent).hasSizeGreaterThan(235);
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
        Pace pace = Pace.even(0);

        // When
        for (int i = 0; i < 10_000; i++) {
            pace.take(0);
        }

        // Then
        assertThat(pace.delay(0)).isZero();
    }
}
