package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures of a turn, at full size. Nothing here fails for being slow: it prints. */
@Tag("bench")
class TurnBenchIT {

    private static final int PEOPLE = 200;
    /** The compiler is done with a turn after about so many. */
    private static final int WARM_TURNS = 60_000;

    private static final int WARM_SECONDS = Integer.getInteger("bench.warm", 60);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);

    @Test
    void turns_a_second_beside_the_ceiling() {
        assumeTrue(wanted("turn"));
        try (Stage stage = new Stage();
                Figures figures = new Figures("turn");
                ServiceProcess service = stage.service(Map.of())) {
            Ceiling ceiling = stage.ceiling();
            figures.print("processors", Runtime.getRuntime().availableProcessors());
            // Given
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            crowd.come(PEOPLE);
            warm(crowd);
            crowd.rest();
            double heapBefore = service.heapMegabytes();
            double before = ceiling.measure(SECONDS / 2);
            // When
            crowd.come(PEOPLE);
            crowd.count(2);
            double serviceCpu = service.cpuMillis();
            double postgresCpu = stage.postgresCpuMillis();
            double own = Proc.cpuMillis(ProcessHandle.current().pid());
            Tally tally = crowd.count(SECONDS);
            serviceCpu = service.cpuMillis() - serviceCpu;
            postgresCpu = stage.postgresCpuMillis() - postgresCpu;
            own = Proc.cpuMillis(ProcessHandle.current().pid()) - own;
            crowd.rest();
            crowd.count(1);
            double after = ceiling.measure(SECONDS / 2);
            // Then
            double turns = tally.turns / tally.seconds();
            double mark = (before + after) / 2;
            figures.print("turns_per_second", turns);
            figures.print("ceiling_per_second", mark, Ceiling.pgbenchIsThere() ? "by pgbench" : "by the driver");
            figures.print("share_of_ceiling", turns / mark, "goal>=0.30");
            figures.print("p50_ms", tally.percentile(0.5));
            figures.print("p99_ms", tally.percentile(0.99));
            figures.print("service_cpu_ms_per_turn", serviceCpu / tally.turns, "goal<=0.28");
            figures.print("postgres_cpu_ms_per_turn", postgresCpu / tally.turns);
            figures.print("driver_cpu_ms_per_turn", own / tally.turns);
            figures.print("requests_per_turn", (double) tally.requests / tally.turns, "goal<=1.7");
            figures.print("refused", tally.refused, "goal=0");
            figures.print("heap_before_mb", heapBefore);
            figures.print("heap_after_mb", service.heapMegabytes());
            figures.print("peak_mb", service.peakMegabytes(), "goal<=320");
            assertThat(tally.turns).isPositive();
            assertThat(tally.refused).isZero();
        }
    }

    private static void warm(Crowd crowd) {
        long turns = 0;
        for (int second = 0; second < WARM_SECONDS && turns < WARM_TURNS; second++) {
            turns += crowd.count(1).turns;
        }
    }

    private static boolean wanted(String name) {
        String only = System.getProperty("bench", "");
        return only.isEmpty() || only.equals(name);
    }
}
