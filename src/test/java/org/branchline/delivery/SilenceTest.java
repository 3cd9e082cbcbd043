package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Silence silence = new Silence(new Bot(new OrganisationId(1), 77), new RecordingRows(), nanos::get);

    @Test
    void a_shorter_pause_asked_for_later_does_not_end_the_longer_one() {
        // Given
        silence.begin(asked(30));

        // When
        boolean longer = silence.begin(asked(3));
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());

        // Then
        assertThat(longer).isFalse();
        assertThat(silence.lasts()).isTrue();
    }

    @Test
    void it_ends_when_its_time_is_over() {
        // Given
        silence.begin(asked(30));

        // When
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        // Then
        assertThat(silence.lasts()).isFalse();
    }

    private static Outcome.Pause asked(int seconds) {
        return new Outcome.Wait(Duration.ofSeconds(seconds)).pause().orElseThrow();
    }
}
