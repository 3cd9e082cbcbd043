package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The benchmark in small, so that it runs when somebody needs it: six people, no figure is held to a goal. */
@Execution(ExecutionMode.CONCURRENT)
class SmallBenchIT {

    private static final int PEOPLE = 6;
    private static final int TURNS = 300;
    private static final int LONGEST_SECONDS = 90;

    @Test
    void volunteers_get_through_the_audit_and_the_figures_are_printed() {
        try (Stage stage = new Stage();
                Figures figures = new Figures("small");
                ServiceProcess service = stage.service(Map.of())) {
            // Given
            Ceiling ceiling = stage.ceiling();
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            // When
            crowd.come(PEOPLE);
            long turns = 0;
            long requests = 0;
            long refused = 0;
            for (int second = 0; second < LONGEST_SECONDS && turns < TURNS; second++) {
                Tally tally = crowd.count(1);
                turns += tally.turns;
                requests += tally.requests;
                refused += tally.refused;
            }
            crowd.rest();
            crowd.count(1);
            // Then
            figures.print("turns", turns);
            figures.print("requests_per_turn", (double) requests / turns);
            figures.print("ceiling_per_second", ceiling.driver(1), "by the driver");
            figures.print("peak_mb", service.peakMegabytes());
            assertThat(turns).isGreaterThanOrEqualTo(TURNS);
            assertThat(refused).isZero();
            assertThat(crowd.finished()).isPositive();
        }
    }
}
