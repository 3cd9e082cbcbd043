package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the start of the process to the moment it says it is ready, on a database that was there before. */
@Tag("bench")
class StartBenchIT {

    private static final int STARTS = 5;

    @Test
    void ready_in_a_few_seconds() {
        assumeTrue(BenchRun.wants("start"));
        try (Stage stage = new Stage();
                Figures figures = new Figures("start")) {
            // Given
            stage.service(Map.of()).close();
            // When
            double plain = median(stage, false);
            double shipped = median(stage, true);
            // Then
            figures.print("ready_seconds", plain, "goal<=5 (plain java -jar, median of " + STARTS + ")");
            figures.print("ready_seconds_with_options", shipped, "goal<=3 (the options we ship)");
            assertThat(plain).isPositive();
        }
    }

    private static double median(Stage stage, boolean shippedOptions) {
        double[] seconds = IntStream.range(0, STARTS)
                .mapToDouble(start -> {
                    try (ServiceProcess service = stage.service(shippedOptions, Map.of())) {
                        return service.readySeconds();
                    }
                })
                .toArray();
        return DoubleStream.of(seconds).sorted().skip(STARTS / 2).findFirst().orElseThrow();
    }
}
