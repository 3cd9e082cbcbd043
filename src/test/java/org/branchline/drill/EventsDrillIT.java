package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.branchline.drill.Parts.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Never more people than places, and those who wait move up in order, whatever breaks. */
@Execution(ExecutionMode.CONCURRENT)
class EventsDrillIT {

    private static final Path TARGET = Path.of("target/drill");

    private static Path folder() {
        return TARGET.resolve(UUID.randomUUID().toString());
    }

    @Test
    void givesFewPlacesToManyInOrder() throws Exception {
        // Given
        PlacesRush drill = new PlacesRush(folder(), 40, 5, 3, 1, 30);

        // When
        Figures figures = drill.play();

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    @Test
    @Tag("drill")
    @Tag("drill-events")
    void givesFewPlacesToManyInOrderWhateverBreaks() throws Exception {
        // Given
        List<Part> parts = List.of(new Part("places", new PlacesRush(folder(), 300, 20, 10, 5, 1)::play));

        // When
        List<Figures> all = Parts.sideBySide(TARGET.resolve("events.json"), parts);

        // Then
        Parts.assertHeld(all);
    }
}
