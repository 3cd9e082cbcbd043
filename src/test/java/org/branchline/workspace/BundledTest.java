package org.branchline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledTest {

    @Test
    void theIndexNamesEveryFile() throws IOException, URISyntaxException {
        // Given
        Path folder = Path.of(Bundled.class
                .getResource("/workspaces/" + Bundled.LABOUR_INTERNATIONAL)
                .toURI());
        List<String> there;
        try (Stream<Path> all = Files.walk(folder)) {
            there = all.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }

        // When
        FileSet files = Bundled.labourInternational();

        // Then
        assertThat(files.byPath().keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void isFreeOfErrors() {
        // When
        Reading reading = WorkspaceReader.thorough().read(Bundled.labourInternational());

        // Then
        assertThat(reading.problems()).isEmpty();
        Workspace workspace = reading.workspace().orElseThrow();
        assertThat(workspace.organisation().name()).isEqualTo("Labour International");
        assertThat(workspace.branches()).extracting(BranchText::key).contains("europe", "tokyo");
        assertThat(workspace.playbooks()).extracting(PlaybookText::key).contains("skills-audit");
    }
}
