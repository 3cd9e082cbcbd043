package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the checks of {@link ChartTest} see what they are there to see. */
class ChartMutationsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_careless_edit_makes_a_check_fail(Mutation mutation) throws IOException {
        // Given
        Chart careless = mutation.in(Chart.OURS, folder);

        // Then
        assertThat(checks().anyMatch(check -> fails(check, careless))).isTrue();
    }

    private static Stream<Consumer<Chart>> checks() {
        return Stream.concat(
                Stream.of(ValueSet.values()).map(values -> values::hold),
                Stream.of(Refusal.values()).map(refused -> refused::hold));
    }

    /** A chart that does not even render would not count: it is the checks that are tried. */
    private static boolean fails(Consumer<Chart> check, Chart chart) {
        try {
            check.accept(chart);
            return false;
        } catch (AssertionError seen) {
            return true;
        }
    }
}
