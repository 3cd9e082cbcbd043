package org.branchline.start.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.database.Settings;
import org.junit.jupiter.api.Test;

class DoctorTest {

    @Test
    void values_that_cannot_be_used_are_told_once_and_the_rest_is_looked_at_all_the_same() {
        // Given
        Settings settings = Settings.of(Map.of(
                "HTTP_PORT",
                "80a",
                "DATABASE_URL",
                "mysql://a:secret@b/c",
                "DATA_KEY",
                "short",
                "TELEGRAM_API_URL",
                "telegram",
                "WORKSPACE_FILE",
                "/no/such/file"));

        // When
        List<Finding> findings = new Doctor(settings, InstantSource.system(), false).findings();

        // Then
        assertThat(findings)
                .filteredOn(finding -> finding.verdict() == Finding.Verdict.FAIL)
                .extracting(finding -> finding.said().split("[ :_]", 2)[0])
                .startsWith("TELEGRAM", "HTTP", "DATABASE", "DATA", "WORKSPACE");
        assertThat(findings).extracting(Finding::said).doesNotHaveDuplicates();
        assertThat(findings)
                .extracting(Finding::about)
                .contains("workspace", "service")
                .doesNotContain("token");
        assertThat(findings).noneMatch(finding -> finding.said().contains("secret"));
    }

    @Test
    void a_file_of_a_setting_that_cannot_be_read_is_told_and_does_not_end_the_look() {
        // Given
        Settings settings = Settings.of(Map.of("TELEGRAM_BOT_TOKEN", "1:a", "DATABASE_URL_FILE", "/no/such"));

        // When
        List<Finding> findings = Configured.findings(settings, Set.of());

        // Then
        assertThat(findings)
                .extracting(Finding::said)
                .isNotEmpty()
                .allMatch(said -> said.startsWith("DATABASE_URL_FILE"));
    }

    @Test
    void an_address_for_traces_that_nobody_can_use_is_told_before_the_start() {
        // Given
        Settings settings = Settings.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"));

        // When
        List<Finding> findings = Configured.findings(settings, Set.of());

        // Then
        assertThat(findings)
                .singleElement()
                .matches(finding -> finding.verdict() == Finding.Verdict.FAIL)
                .extracting(Finding::said)
                .asString()
                .contains("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");
    }
}
