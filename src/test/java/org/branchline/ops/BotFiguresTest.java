package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.branchline.database.Leases;
import org.branchline.database.OrganisationId;
import org.branchline.delivery.Priority;
import org.junit.jupiter.api.Test;

class BotFiguresTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final BotFigures bot =
            new BotFigures(new Leases.Wanted(new OrganisationId(1), 77, null), new Figures(registry), nanos::get);

    @Test
    void what_was_read_last_stays_and_grows_old() {
        // Given
        bot.read(new Sample(Map.of(Priority.REPLY, new Sample.Queue(3, 40)), 8, 2, 1, 0));

        // When
        nanos.addAndGet(Duration.ofSeconds(90).toNanos());

        // Then
        assertThat(of(Figure.FIGURES_AGE)).isEqualTo(90);
        assertThat(of(Figure.OUTBOX, "priority", "reply")).isEqualTo(3);
        assertThat(of(Figure.OUTBOX_AGE, "priority", "reply")).isEqualTo(40);
        assertThat(of(Figure.OUTBOX, "priority", "paid")).isZero();
        assertThat(of(Figure.RUNS, "stage", "asking")).isEqualTo(8);
        assertThat(of(Figure.DEAD_LETTERS, "state", "dead")).isEqualTo(1);
    }

    @Test
    void each_reading_makes_it_young_again() {
        // Given
        nanos.addAndGet(Duration.ofSeconds(90).toNanos());

        // When
        bot.read(Sample.EMPTY);

        // Then
        assertThat(of(Figure.FIGURES_AGE)).isZero();
    }

    private double of(Figure figure, String... labels) {
        Gauge gauge =
                registry.get(figure.meter()).tags("bot", "77").tags(labels).gauge();
        return gauge.value();
    }
}
