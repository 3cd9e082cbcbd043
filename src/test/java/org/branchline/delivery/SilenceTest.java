package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Silence silence = new Silence(new Bot(new OrganisationId(1), 77), new NoRows(), nanos::get);

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

    private static final class NoRows implements Rows {
        @Override
        public Uni<Claimed> claim(Bot bot, long fence, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> unsent(Bot bot, long fence, List<Long> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> mark(Bot bot, List<Mark> marks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Integer> recover(Bot bot, long fence, Collection<Long> known) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> pause(Bot bot, long millis) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Long> paused(Bot bot) {
            throw new UnsupportedOperationException();
        }
    }
}
