package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that a volunteer said is lost or doubled, whatever ends the process. */
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
        KillsInConversation kills = new KillsInConversation(folder(), 500, 20, 20);

        // When
        List<Figures> all = List.of(kills.play());

        // Then
        all.forEach(figures -> System.out.println(figures.line()));
        Figures.write(TARGET.resolve("answers.json"), all);
        assertThat(all.stream().flatMap(figures -> figures.fallingShort().stream()))
                .isEmpty();
    }
}
