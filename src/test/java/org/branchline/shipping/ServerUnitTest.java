package org.branchline.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The systemd unit, held to what the service and its README say. */
class ServerUnitTest {

    /** {@code Service}: Quarkus's own shutdown, then the server's. */
    private static final int STOPS_WITHIN_SECONDS = 45;

    private final List<String> unit = lines(Path.of("src", "systemd", "branchline.service"));

    @Test
    void starts_the_jar_with_the_options_that_lie_beside_it() {
        // Given the folder target/quarkus-app, copied to where the unit starts

        // When
        String start = value("ExecStart");

        // Then
        assertThat(start).isEqualTo("/usr/bin/java @service.options -jar quarkus-run.jar");
        assertThat(Path.of("src", "main", "jvm", "service.options")).exists();
    }

    @Test
    void gives_the_service_its_time_to_end_and_leaves_its_postgres_to_it() {
        // Given
        String patience = String.join("\n", lines(Path.of("src/main/java/org/branchline/start/Service.java")));
        assertThat(patience).contains("PATIENCE_SECONDS = " + STOPS_WITHIN_SECONDS + ";");

        // When
        int seconds = Integer.parseInt(value("TimeoutStopSec"));

        // Then
        assertThat(seconds).isBetween(STOPS_WITHIN_SECONDS + 5, 90);
        assertThat(value("KillMode")).isEqualTo("mixed");
        assertThat(value("SuccessExitStatus")).as("how a JVM ends at SIGTERM").isEqualTo("143");
    }

    @Test
    void keeps_its_data_in_the_one_folder_it_may_write_to() {
        // Given
        String state = "/var/lib/" + value("StateDirectory");

        // When
        String data = value("Environment");

        // Then
        assertThat(data).isEqualTo("DATA_DIR=" + state);
        assertThat(value("ProtectSystem")).isEqualTo("strict");
        assertThat(unit).noneMatch(line -> line.startsWith("ReadWritePaths="));
    }

    @Test
    void the_readme_names_its_folders_and_its_user() throws IOException {
        // Given
        List<String> named = List.of(
                value("WorkingDirectory"),
                value("EnvironmentFile"),
                "/var/lib/" + value("StateDirectory"),
                value("User"));

        // When
        String readme = Files.readString(Path.of("README.md"));

        // Then
        String server = readme.substring(readme.indexOf("\n## On a server"), readme.indexOf("\n### In a cluster"));
        assertThat(named).allMatch(server::contains);
    }

    private String value(String name) {
        return unit.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The unit says nothing of " + name));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
