package org.branchline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    private static final String DIALOGUE = """
            dialogue: Says yes
            playbook: visits
            member: { name: Ann, language: en }
            chat:
              - bot: |
                  1 of 1
                  Often?
                  [Yes]
                  [No]
              - press: Yes
            """;

    @TempDir
    Path folder;

    @Test
    void saysThatAllIsWell() throws IOException {
        // Given
        write(new SmallWorkspace().files(), folder);

        // Then
        assertThat(printed(0)).isEqualTo("1 playbook, 0 dialogues: no problems\n");
    }

    @Test
    void playsTheDialogues() throws IOException {
        // Given
        write(
                new SmallWorkspace()
                        .with("dialogues/visits/yes.yaml", DIALOGUE.replaceFirst("Often", "Seldom"))
                        .files(),
                folder);

        // Then
        assertThat(printed(1))
                .startsWith("dialogues/visits/yes.yaml:5: The playbook goes another way, expected:\n")
                .contains("Seldom?")
                .endsWith("1 error\n");
    }

    @Test
    void saysWhatIsWrongWithADialogue() throws IOException {
        // Given
        write(
                new SmallWorkspace()
                        .with("dialogues/visits/a.yaml", DIALOGUE.replace("- press: Yes", "- pres: Yes"))
                        .with("dialogues/visits/b.yaml", DIALOGUE.replace("playbook: visits", "playbook: visit"))
                        .with("dialogues/visit/c.yaml", DIALOGUE)
                        .with("dialogues/visits/d.yaml", DIALOGUE.replace("language: en", "timezone: Mars/Phobos"))
                        .files(),
                folder);

        // Then
        assertThat(printed(1).lines())
                .anyMatch(line -> line.startsWith("dialogues/visits/a.yaml:10: \"pres\" is not known"))
                .anyMatch(line ->
                        line.startsWith("dialogues/visits/b.yaml:2: There is no playbook \"visit\". Did you mean"))
                .anyMatch(line -> line.startsWith("dialogues/visit/c.yaml:2: A dialogue of \"visits\" lies elsewhere."))
                .anyMatch(line -> line.startsWith("dialogues/visits/d.yaml:3: "));
    }

    @Test
    void tellsSeveralOrganisationsApart() throws IOException {
        // Given
        write(new SmallWorkspace().files(), folder.resolve("one"));
        write(new SmallWorkspace().files(), folder.resolve("two"));

        // Then
        assertThat(printed(1))
                .contains("Another folder is the organisation \"chess-club\" too.")
                .contains("\"token\" is missing, which tells several organisations' bots apart.");
    }

    @Test
    void findsTheBundledWorkspaceRight() {
        // When
        Inspection inspection = Inspection.of(List.of(Bundled.labourInternational()), List.of());

        // Then
        assertThat(inspection.problems()).isEmpty();
        assertThat(inspection.workspaces()).singleElement().satisfies(workspace -> assertThat(workspace.dialogues())
                .isPositive());
    }

    private String printed(int code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int actual = Inspection.of(folder).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(actual).isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static void write(FileSet files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.byPath().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
