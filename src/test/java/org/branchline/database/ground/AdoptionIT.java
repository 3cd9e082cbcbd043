package org.branchline.database.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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
    void a_survey_of_a_folder_neither_makes_nor_starts_anything() throws IOException {
        // Given
        Path fresh = folder.resolve("new");

        // When
        Survey before = survey(fresh);
        boolean made = Files.exists(fresh);
        server = start();
        Survey running = survey(folder);
        server.close();
        Survey stopped = survey(folder);

        // Then
        assertThat(before).isEqualTo(new Survey.Asleep(fresh.toString(), false, List.of()));
        assertThat(made).isFalse();
        assertThat(((Survey.Awake) running).login().user()).isEqualTo("branchline");
        assertThat(((Survey.Awake) running).refusals()).isEmpty();
        assertThat(((Survey.Asleep) stopped).made()).isTrue();
        assertThat(((Survey.Asleep) stopped).problems())
                .singleElement()
                .extracting(StartProblem::line)
                .asString()
                .startsWith("The key file data.key is not in " + folder);
        assertThat(pidFile()).doesNotExist();
        assertThat(folder.resolve("data.key")).doesNotExist();
    }

    @Test
    void a_survey_refuses_the_folders_that_the_start_refuses() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("file"), "");
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "16\n");
        Files.writeString(folder.resolve("postgres.passwords"), "postgres=p\n");

        // Then
        assertThat(((Survey.Asleep) survey(file.resolve("data"))).problems())
                .singleElement()
                .extracting(StartProblem::line)
                .asString()
                .contains("cannot be written to");
        assertThat(((Survey.Refused) survey(folder)).why().line()).contains("was made by Postgres 16");
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

    private static Survey survey(Path folder) {
        return Surveying.of(Settings.of(Map.of("DATA_DIR", folder.toString())), InstantSource.system());
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
