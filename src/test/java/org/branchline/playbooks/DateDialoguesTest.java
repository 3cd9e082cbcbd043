package org.branchline.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.branchline.conversation.Places;
import org.branchline.conversation.Words;
import org.branchline.conversation.dialogue.Dialogue;
import org.branchline.conversation.dialogue.Difference;
import org.branchline.conversation.dialogue.Replay;
import org.branchline.conversation.engine.Cards;
import org.branchline.conversation.engine.Engine;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Schema;
import org.branchline.playbooks.reading.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateDialoguesTest {

    private static final String ORGANISATION = "Labour International";

    private final FileReport report = new FileReport("time-away");

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void datesAreTypedAndReadBackInEachLanguage(String language) throws IOException {
        // Given
        Playbook playbook = PlaybookReader.thorough()
                .read(resource("time-away.yaml"), report)
                .orElseThrow();
        Node root = Yaml.read(resource("time-away." + language + ".dialogue.yaml"), report)
                .orElseThrow();
        Schema.named("dialogue").check(root, report);
        Dialogue dialogue = new DialogueReader(report).read(root).orElseThrow();
        Replay replay = new Replay(
                new Engine(ORGANISATION, Words.PLAIN, Places.NOWHERE),
                new Cards(ORGANISATION, Words.PLAIN, Places.NOWHERE),
                key -> Optional.of(playbook));

        // When
        Optional<Difference> difference = replay.play(dialogue);

        // Then
        assertThat(report.problems()).isEmpty();
        assertThat(difference.map(each -> each.line() + ": " + each.message())).isEmpty();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = DateDialoguesTest.class.getResourceAsStream("/examples/" + name)) {
            return stream.readAllBytes();
        }
    }
}
