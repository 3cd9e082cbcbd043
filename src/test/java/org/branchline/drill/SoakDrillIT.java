package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.branchline.drill.Parts.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Nothing is lost or doubled, and memory stays as it is, however long it goes on. */
@Execution(ExecutionMode.CONCURRENT)
class SoakDrillIT {

    private static final Path TARGET = Path.of("target/drill");

    /** With {@code -Ddrill.minutes=N} another length. */
    private static final int MINUTES = 30;

    private static Path folder() {
        return TARGET.resolve(UUID.randomUUID().toString());
    }

    @Test
    void keepsEverythingForAWhile() throws Exception {
        // Given
        Soak drill = new Soak(folder(), new Soak.Length(Duration.ofSeconds(15), 1, 1), 1, 8, 0);

        // When
        Figures figures = drill.play(false);

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    /** Half an hour long, so only by its name: {@code -Pdrill -Ddrill=soak}. */
    @Test
    @Tag("drill")
    @Tag("soak")
    @Tag("drill-soak")
    void keepsEverythingForHalfAnHour() throws Exception {
        // Given
        Duration length = Duration.ofMinutes(Integer.getInteger("drill.minutes", MINUTES));
        int minutes = (int) length.toMinutes();
        Soak drill = new Soak(folder(), new Soak.Length(length, minutes / 3, minutes / 2), 2, 200, Soak.CHAT_RATE);
        List<Part> parts = List.of(new Part("soak", () -> drill.play(true)));

        // When
        List<Figures> all = Parts.sideBySide(TARGET.resolve("soak.json"), parts);

        // Then
        Parts.assertHeld(all);
    }
}
