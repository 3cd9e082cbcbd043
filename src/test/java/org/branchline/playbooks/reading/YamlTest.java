package org.branchline.playbooks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTest {

    private final FileReport report = new FileReport("some.yaml");

    @Test
    void takesEveryTextAsWritten() {
        // Given
        String file = "answer: no\nphone: 0123\nversion: 1.10\nwhen: 2027-03-04\nempty:\nhalf: 1_000\n";

        // When
        Node root = read(file).orElseThrow();

        // Then
        assertThat(root.entries().stream().map(e -> e.value().text().orElseThrow()))
                .containsExactly("no", "0123", "1.10", "2027-03-04", "", "1_000");
    }

    @Test
    void knowsThePlaceOfEverything() {
        // Given
        String file = "a: 1\nb:\n  - c: x\n    d: y\n";

        // When
        Node root = read(file).orElseThrow();

        // Then
        Node item = root.at("b").orElseThrow().items().get(0);
        assertThat(item.place()).isEqualTo(new Place(3, 5));
        assertThat(item.place("d")).isEqualTo(new Place(4, 8));
        assertThat(item.entries().get(1).place()).isEqualTo(new Place(4, 5));
    }

    @Test
    void readsAFileFromAnotherEditor() {
        // Given
        String file = "\uFEFFtitle: Größe 👍\r\nnext: x\r\n";

        // When
        Node root = read(file).orElseThrow();

        // Then
        assertThat(root.text("title")).contains("Größe 👍");
        assertThat(root.text("next")).contains("x");
        assertThat(root.place("next").line()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesWithLineAndReason(String file, String problem) {
        // When
        Optional<Node> root = read(file);

        // Then
        assertThat(report.problems()).first().hasToString(problem);
        assertThat(root.isPresent()).isEqualTo(problem.contains("given twice") || problem.contains("comma"));
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                bad("", "1: The file is empty. Write it, or delete it."),
                bad("  \n\n", "1: The file is empty. Write it, or delete it."),
                bad("# only a comment\n", "1: The file is empty. Write it, or delete it."),
                bad("a: 1\nb: 2\na: 3\n", "3: \"a\" is given twice, first in line 1. Keep one of them."),
                bad(
                        "a: 1\nb: { en: Well, what now?, da: Nå }\n",
                        "2: The comma before \"what now?\" ends the text. Put the whole text in double quotes."),
                bad("a:\n\tb: 1\n", "2: There is a tab at the beginning of the line. Use blanks."),
                bad("a: what: ever\n", "1: There is a second colon in this line. Put the text in double quotes."),
                bad(
                        "a: \"half\nb: 2\n",
                        "3: The file ends inside a quoted text. Close the quotes; was it saved completely?"),
                bad(
                        "a: { en: x, da\n",
                        "2: The braces opened here or above are not closed. Add the brace at the end; was the file saved completely?"),
                bad("a: 1\n---\nb: 2\n", "2: A second document begins here. Remove the line ---."),
                bad(
                        "a: !!java/object 1\n",
                        "1: The tag tag:yaml.org,2002:java/object is not known here. Leave it out."),
                bad(
                        "a: x\0y\n",
                        "1: The character U+0000 has no place in a text file. Save it as plain text in UTF-8."),
                bad("? [a, b]\n: 1\n", "1: A list stands where a key belongs. Put the text in quotes."),
                bad("a: [".repeat(1000), "1: More than 32 levels deep. Write it flatter."),
                bad("[".repeat(100_000), "1: More than 32 levels deep. Write it flatter."),
                bad("- ".repeat(50_000), "1: More than 32 levels deep. Write it flatter."),
                bad(
                        "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n",
                        "1: &a names a place, which is not allowed here. Leave it out, or put the text in quotes."),
                bad(
                        "a: *bold*\n",
                        "1: A text cannot begin with a star, which refers to another place. Put the text in double quotes."),
                bad(
                        "a: {b: *bold}\n",
                        "1: *bold refers to another place, which is not allowed here. Write the text out, or put it in quotes."),
                bad("x".repeat(Yaml.MAX_BYTES + 1), "1: The file has more than 1 MiB. Split it."));
    }

    @Test
    void refusesABinaryFile() {
        // Given
        byte[] picture = {'a', ':', ' ', 'b', '\n', (byte) 0x89, 'P', 'N', 'G', (byte) 0xff};

        // When
        Optional<Node> root = Yaml.read(picture, report);

        // Then
        assertThat(root).isEmpty();
        assertThat(report.problems())
                .singleElement()
                .hasToString("some.yaml:2: This is no UTF-8 text. Save it as plain text in UTF-8.");
    }

    private Optional<Node> read(String file) {
        return Yaml.read(file.getBytes(StandardCharsets.UTF_8), report);
    }

    private static Arguments bad(String file, String problem) {
        return Arguments.of(file, "some.yaml:" + problem);
    }
}
