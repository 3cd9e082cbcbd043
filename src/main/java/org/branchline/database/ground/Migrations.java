package org.branchline.database.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.StartProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The packaged migrations: whether a database has them all, and the run that brings them. */
final class Migrations {

    private static final String FOLDER = "/db/migration/";

    /** Not before the owner made the history and granted it; asked of the catalogue, which never refuses. */
    private static final String READABLE = """
            select coalesce(bool_and(has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')), false)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'branchline' and c.relname = 'flyway_schema_history'
            """;

    private final List<Script> scripts;

    private Migrations(List<Script> scripts) {
        this.scripts = scripts;
    }

    static Migrations packaged() {
        return new Migrations(read("index")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Script(name, read(name)))
                .toList());
    }

    /** Whether every migration was applied just as it is packaged; later ones may be there too. */
    boolean areIn(Connection connection) throws SQLException {
        return in(connection).current();
    }

    /** How far a database is, as far as this login may see. */
    Schema in(Connection connection) throws SQLException {
        Map<String, Integer> applied = applied(connection);
        int same = 0;
        for (Script script : scripts) {
            Integer checksum = applied.remove(script.name());
            if (checksum != null && !checksum.equals(script.checksum())) {
                return Schema.edited(scripts.size(), script.name());
            }
            same += checksum == null ? 0 : 1;
        }
        return new Schema(same, scripts.size(), applied.size(), Optional.empty());
    }

    /**
     * What a database has of later releases.
     *
     * @param place where it is
     * @return what the operator should know of them
     * @throws StartProblem when they took away what this release uses
     */
    Optional<String> meetLater(Connection connection, String place) throws SQLException {
        return Later.of(applied(connection).keySet()).met(newest(), place);
    }

    /** The number of the newest one that is packaged. */
    int newest() {
        return Later.of(scripts.stream().map(Script::name).toList()).newest();
    }

    /** The checksums of what was applied, by file. */
    private static Map<String, Integer> applied(Connection connection) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet readable = statement.executeQuery(READABLE)) {
                readable.next();
                if (!readable.getBoolean(1)) {
                    return applied;
                }
            }
            try (ResultSet rows = statement.executeQuery("select script, checksum from " + Jdbc.SCHEMA
                    + ".flyway_schema_history where success and version is not null")) {
                while (rows.next()) {
                    applied.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return applied;
    }

    /**
     * Brings the database up to date as its owner; replicas wait for one another.
     *
     * @throws StartProblem when a migration fails or an applied one was edited
     */
    int run(DatabaseAddress owner) {
        try {
            int count = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(Jdbc.source(owner))
                    .defaultSchema(Jdbc.SCHEMA)
                    .schemas(Jdbc.SCHEMA)
                    .resourceProvider(new Packaged(scripts))
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            try (Connection connection = Jdbc.connect(owner);
                    Statement statement = connection.createStatement()) {
                // A service that may not migrate still has to see whether someone did.
                statement.execute("grant select on flyway_schema_history to branchline_service");
            }
            return count;
        } catch (FlywayException | SQLException e) {
            throw new StartProblem(
                    "The migrations of " + owner.place() + " failed, nothing was started: " + e.getMessage());
        }
    }

    private static String read(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the index of migrations names " + name + ", which is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Script(String name, String text) {

        /** As Flyway keeps it in its history: CRC-32 over the lines without their ends. */
        Integer checksum() {
            CRC32 crc = new CRC32();
            new BufferedReader(new StringReader(text))
                    .lines()
                    .forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
            return (int) crc.getValue();
        }
    }

    /** Flyway finds files by listing a folder, which the packaged service's class loader cannot. */
    private record Packaged(List<Script> scripts) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.name().equals(name))
                    .map(Resource::new)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .filter(script -> script.name().startsWith(prefix)
                            && Stream.of(suffixes).anyMatch(script.name()::endsWith))
                    .<LoadableResource>map(Resource::new)
                    .toList();
        }
    }

    private static final class Resource extends LoadableResource {

        private final Script script;

        Resource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.text());
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
