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

/** Nothing that a volunteer said is lost or doubled, whatever ends the process. */
@Execution(ExecutionMode.CONCURRENT)
class AnswersDrillIT {

    private static final Path TARGET = Path.of("target/drill");

    private static Path folder() {
        return TARGET.resolve(UUID.randomUUID().toString());
    }

    @Test
    void keepsEveryAnswerThroughTwoKills() throws Exception {
        // Given
        KillsInConversation drill = new KillsInConversation(folder(), 20, 20, 2);

        // When
        Figures figures = drill.play();

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    @Test
    @Tag("drill")
    @Tag("drill-answers")
    void keepsEveryAnswerWhateverBreaks() throws Exception {
        // Given
        List<Part> parts = List.of(
                new Part("kills", new KillsInConversation(folder(), 500, 20, 20)::play),
                new Part(
                        "postgres",
                        new DatabaseAwayInConversation(folder(), 100, 20, DatabaseTrouble.STOPPED, 10)::play),
                new Part("frozen", new DatabaseAwayInConversation(folder(), 100, 20, DatabaseTrouble.FROZEN, 3)::play),
                new Part("poison", new PoisonedUpdates(folder(), Installation.Updates.WEBHOOK, 250, 20, 50)::play),
                new Part(
                        "poison while polling",
                        new PoisonedUpdates(folder(), Installation.Updates.POLLING, 50, 20, 10)::play),
                new Part("away", new Away(folder(), 50, 10, Duration.ofSeconds(200))::play));

        // When
        List<Figures> all = Parts.sideBySide(TARGET.resolve("answers.json"), parts);

        // Then
        Parts.assertHeld(all);
    }
}
