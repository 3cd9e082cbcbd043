package org.branchline.database.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.embedded.DataFolder;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The embedded server's folder through what operators do to it. */
@Execution(ExecutionMode.CONCURRENT)
class AdoptionIT {

    @TempDir
    Path folder;

    private EmbeddedPostgres server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void the_server_a_killed_service_left_is_adopted() throws IOException {
        // Given
        server = start();
        long pid = pid();

        // When
        EmbeddedPostgres next = start();

        // Then
        assertThat(pid()).isEqualTo(pid);
        assertThat(next.address(Role.SERVICE)).isEqualTo(server.address(Role.SERVICE));
    }

    @Test
    void a_number_that_is_some_other_process_by_now_is_not_taken_for_the_server() throws IOException {
        // Given
        server = start();
        List<String> left = Files.readAllLines(pidFile());
        server.close();
        left.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile(), left);

        // When
        server = start();

        // Then
        assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(server.address(Role.OWNER).port())
                .isEqualTo(Integer.parseInt(left.get(3).strip()));
    }

    @Test
    void a_folder_of_another_release_is_left_alone() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "16\n");

        // Then
        assertThatThrownBy(this::start)
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("was made by Postgres 16, this service carries 18")
                .hasMessageContaining("take a backup");
    }

    @Test
    void a_second_service_is_told_that_the_folder_is_in_use() {
        // Given
        Settings settings = Settings.of(Map.of("DATA_DIR", folder.toString()));
        try (DataFolder held = DataFolder.take(folder).orElseThrow()) {

            // Then
            assertThatThrownBy(() -> Ground.lay(settings))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("is in use by another running service");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("file"), "");

        // Then
        assertThatThrownBy(() -> Ground.lay(
                        Settings.of(Map.of("DATA_DIR", file.resolve("data").toString()))))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("cannot be written to");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, SuiteGround.PROGRAMS, false);
    }

    private Path pidFile() {
        return folder.resolve("postgres/postmaster.pid");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    }
}
