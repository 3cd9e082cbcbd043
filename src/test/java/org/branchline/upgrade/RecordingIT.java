package org.branchline.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.database.Jdbc;
import org.branchline.database.ground.SuiteGround;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records a release, {@code mvn verify -Drelease=v0.2.0}: the profile of that name plays journeys of other tests before, whose
 * organisations stand in the suite's Postgres. Quarkus runs tests without it, as this, after those with it.
 */
@Tag("release")
class RecordingIT {

    @Test
    void rows_of_every_table_are_kept() throws Exception {
        // Given
        String name = System.getProperty("release");
        assertThat(name).matches("v\\d+\\.\\d+\\.\\d+");
        int newest = Migration.packaged().size();
        Release release = new Release(
                name,
                newest,
                Migration.digest(newest),
                Files.readString(SuiteGround.FOLDER.resolve("data.key")).strip(),
                Map.of());

        // When
        List<String> empty;
        try (Connection connection = Jdbc.connect(Databases.superuser("branchline"))) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Schema schema = new Schema(connection);
            Variety variety = Variety.in(schema);
            Set<Integer> organisations = variety.chosen();
            release.write();
            Rows.write(schema, organisations, release.rows());
            empty = schema.tables().stream()
                    .filter(table -> !table.equals("installation") && !variety.has(table))
                    .toList();
        }

        // Then
        assertThat(empty).as("tables that no journey of the profile fills").isEmpty();
    }
}
