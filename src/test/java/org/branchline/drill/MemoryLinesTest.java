package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryLinesTest {

    private static List<Double> line(int minutes, double from, double aMinute) {
        return IntStream.range(0, minutes)
                .mapToObj(minute -> from + minute * aMinute)
                .toList();
    }

    @Test
    void measuresByHowMuchALineRises() {
        // Given
        List<Double> leaking = line(20, 240, 0.7);

        // When
        double slope = MemoryLines.slope(leaking);

        // Then
        assertThat(slope).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void comparesTheLastThirdWithTheOneBefore() {
        // Given
        List<Double> line = List.of(900.0, 900.0, 200.0, 220.0, 264.0, 240.0);

        // When
        double ratio = MemoryLines.lastToMiddle(line);

        // Then
        assertThat(ratio).isCloseTo(1.2, within(1e-9));
    }
}
