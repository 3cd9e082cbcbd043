package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.TreeMap;
import org.branchline.database.FlightCounter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a turn speaks to Postgres and waits, from the update's arrival to the answer that it is kept. */
@Tag("bench")
class FlightBenchIT {

    private static final int TURNS = 400;

    @Test
    void two_flights_in_the_common_case() throws Exception {
        assumeTrue(BenchRun.wants("flights"));
        try (Stage stage = new Stage();
                Figures figures = new Figures("flights");
                Stage.Ground ground = stage.ground();
                FlightCounter counter = new FlightCounter(ground.port());
                ServiceProcess service =
                        stage.service(Map.of("DATABASE_URL", ground.url(counter.port()), "DATA_KEY", ground.key()))) {
            // Given
            Crowd crowd = stage.crowd(service, 1);
            Map<Integer, Integer> turnsByFlights = new TreeMap<>();
            crowd.each(counter::reset, () -> turnsByFlights.merge(counter.flights(), 1, Integer::sum));
            crowd.pauses(60);
            // When
            crowd.come(1);
            int turns = 0;
            while (turns < TURNS) {
                turns += (int) crowd.count(1).turns;
            }
            crowd.rest();
            crowd.count(1);
            // Then
            int seen = turnsByFlights.values().stream().mapToInt(count -> count).sum();
            double flights = turnsByFlights.entrySet().stream()
                    .mapToInt(entry -> entry.getKey() * entry.getValue())
                    .sum();
            int two = turnsByFlights.getOrDefault(2, 0);
            figures.print("flights_per_turn", flights / seen, "goal<=3");
            figures.print("share_of_turns_in_two", (double) two / seen, "common case");
            System.out.println("bench flights: turns by flights " + turnsByFlights);
            assertThat(flights / seen).isLessThan(4);
        }
    }
}
