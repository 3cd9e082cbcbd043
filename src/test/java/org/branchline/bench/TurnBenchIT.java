package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures of a turn, at full size. Nothing here fails for being slow: it prints. */
@Tag("bench")
class TurnBenchIT {

    /** Turns a second at which the paced figures are taken. */
    private static final int PACE = 300;

    private static final int FAR_MILLIS = 80;

    @Test
    void turns_a_second_beside_the_ceiling() {
        assumeTrue(BenchRun.wants("turn"));
        try (Stage stage = new Stage();
                Figures figures = new Figures("turn");
                ServiceProcess service = stage.service(Map.of())) {
            // Given
            Ceiling ceiling = stage.ceiling();
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            BenchRun.warm(crowd);
            double heapBefore = service.heapMegabytes();
            double before = ceiling.measure(BenchRun.SECONDS / 2);
            // When
            crowd.come(BenchRun.PEOPLE);
            crowd.count(2);
            Tally tally = figures.turns(stage, service, crowd);
            double after = ceiling.measure(BenchRun.SECONDS / 2);
            // Then
            double mark = (before + after) / 2;
            figures.print("processors", Runtime.getRuntime().availableProcessors());
            figures.print("ceiling_per_second", mark, Ceiling.pgbenchIsThere() ? "by pgbench" : "by the driver");
            figures.print("share_of_ceiling", figures.of("turns_per_second") / mark, "goal>=0.30");
            figures.print("heap_before_mb", heapBefore);
            figures.print("heap_after_mb", service.heapMegabytes(), "goal=flat");
            figures.print("peak_mb", service.peakMegabytes(), "goal<=320");
            assertThat(tally.turns).isPositive();
            assertThat(tally.refused).isZero();
        }
    }

    @Test
    void paced_turns_near_and_far_from_the_bot_api() {
        assumeTrue(BenchRun.wants("paced"));
        try (Stage stage = new Stage();
                Figures figures = new Figures("paced");
                ServiceProcess service = stage.service(Map.of())) {
            // Given
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            BenchRun.warm(crowd);
            // When
            crowd.come(BenchRun.PEOPLE);
            crowd.pace(PACE);
            crowd.count(3);
            Tally near = crowd.count(BenchRun.SECONDS);
            stage.botApi.away = FAR_MILLIS;
            crowd.count(3);
            Tally far = crowd.count(BenchRun.SECONDS);
            crowd.rest();
            // Then
            figures.print("turns_per_second", near.turns / near.seconds(), "asked=" + PACE);
            figures.print("p50_ms", near.percentile(0.5));
            figures.print("p99_ms", near.percentile(0.99), "goal<4");
            figures.print("far_turns_per_second", far.turns / far.seconds(), "asked=" + PACE);
            figures.print("far_p50_ms", far.percentile(0.5));
            figures.print("far_p99_ms", far.percentile(0.99), "goal<4 with the Bot API 80 ms away");
            assertThat(near.refused + far.refused).isZero();
        }
    }
}
