package org.branchline.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.playbooks.reading.FileReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabourInternationalPlaybooksTest {

    @ParameterizedTest
    @ValueSource(strings = {"skills-audit", "branch-week"})
    void theBundledPlaybooksRaiseNotEvenAWarning(String playbook) throws IOException {
        // Given
        FileReport report = new FileReport(playbook + ".yaml");
        String file = "/workspaces/labour-international/playbooks/" + playbook + ".yaml";

        try (InputStream content = getClass().getResourceAsStream(file)) {
            assertThat(content).as(file).isNotNull();

            // When
            Optional<Playbook> read = PlaybookReader.thorough().read(content.readAllBytes(), report);

            // Then
            assertThat(report.problems()).isEmpty();
            assertThat(read).map(Playbook::key).contains(playbook);
        }
    }
}
