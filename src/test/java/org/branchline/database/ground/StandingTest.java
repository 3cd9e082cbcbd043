package org.branchline.database.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final DatabaseAddress ADDRESS = DatabaseAddress.parse("postgresql://owner:secret@db:5432/campaign");

    @Test
    void a_server_too_old_is_named_with_what_is_needed() {
        assertThat(new Standing(130_014, false, true, false, true, true).refusal(ADDRESS))
                .get()
                .extracting(StartProblem::getMessage, STRING)
                .contains("is Postgres 13, the service needs 14 or newer");
    }

    @Test
    void the_missing_group_comes_with_the_line_that_makes_it() {
        assertThat(new Standing(150_000, false, true, false, false, false).refusal(ADDRESS))
                .get()
                .extracting(StartProblem::getMessage, STRING)
                .endsWith("CREATE ROLE branchline_service NOLOGIN; GRANT branchline_service TO \"owner\";");
    }

    @Test
    void the_index_names_every_migration() throws IOException {
        // Given
        Path folder = Path.of("src/main/resources/db/migration");

        // When
        List<String> indexed = Files.readAllLines(folder.resolve("index"));

        // Then
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(indexed)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".sql"))
                                    .toList());
        }
    }
}
