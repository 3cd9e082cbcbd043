package org.branchline.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.branchline.conversation.dialogue.Dialogue;
import org.branchline.conversation.dialogue.Step;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Schema;
import org.branchline.playbooks.reading.Yaml;
import org.junit.jupiter.api.Test;

class DialogueReaderTest {

    private final FileReport report = new FileReport("changes-her-mind.dialogue.yaml");

    @Test
    void readsTheExample() throws IOException {
        // Given
        Node root = Yaml.read(example(), report).orElseThrow();
        Schema.named("dialogue").check(root, report);

        // When
        Dialogue dialogue = new DialogueReader(report).read(root).orElseThrow();

        // Then
        assertThat(report.problems()).isEmpty();
        assertThat(dialogue.playbook()).isEqualTo("skills-audit");
        assertThat(dialogue.member().name()).isEqualTo("Ann");
        assertThat(dialogue.member().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(dialogue.chat().get(0)).isInstanceOf(Step.Bot.class);
        assertThat(dialogue.chat().get(0).line()).isEqualTo(8);
        assertThat(dialogue.chat()).contains(new Step.Press(15, "Phone voters"));
        assertThat(dialogue.chat())
                .filteredOn(Step.Later.class::isInstance)
                .extracting(step -> ((Step.Later) step).duration())
                .containsExactly(Duration.ofDays(3));
        assertThat(dialogue.then().answers())
                .containsEntry("hours", List.of("2"))
                .containsEntry("needs", List.of("(encrypted)"));
        assertThat(dialogue.then().neverAsked()).containsExactly("called_before", "buddy");
    }

    private static byte[] example() throws IOException {
        try (InputStream stream =
                DialogueReaderTest.class.getResourceAsStream("/examples/changes-her-mind.dialogue.yaml")) {
            return stream.readAllBytes();
        }
    }
}
