package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.branchline.conversation.Action;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutgoingJsonTest {

    private static final Keyboard KEYBOARD = new Keyboard(List.of(
            List.of(
                    new Button("Back \u202e\"<b>", new Action.Move(123, 4, "_back")),
                    new Button("Results", new Action.Order("results", "skills-audit"))),
            List.of(new Button("Page", new Action.Open("https://example.org/?a=b&c=d")))));

    static Stream<Outgoing> messages() {
        return Stream.of(
                new Outgoing.Say("plain"),
                new Outgoing.Say("line\nline 👍 {name} \\ \"", KEYBOARD),
                new Outgoing.Edit(1L << 52, "✓ Weekdays", Keyboard.NONE),
                new Outgoing.Rebutton(7, KEYBOARD),
                new Outgoing.Stored(new Attached("AgACAgQ", true), "below {name}", KEYBOARD));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_reads_as_it_was_written(Outgoing message) {
        assertThat(OutgoingJson.read(OutgoingJson.write(message))).isEqualTo(message);
    }

    @Test
    void a_file_keeps_its_bytes() {
        // Given
        byte[] content = {0, -1, 13, 10};

        // When
        Outgoing read = OutgoingJson.read(
                OutgoingJson.write(new Outgoing.File("a.csv", "text/csv", content, true, "caption", KEYBOARD)));

        // Then
        assertThat(read).isInstanceOfSatisfying(Outgoing.File.class, file -> {
            assertThat(file.content()).isEqualTo(content);
            assertThat(file.name()).isEqualTo("a.csv");
            assertThat(file.picture()).isTrue();
            assertThat(file.keyboard()).isEqualTo(KEYBOARD);
        });
    }
}
