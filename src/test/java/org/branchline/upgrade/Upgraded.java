package org.branchline.upgrade;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.branchline.campaign.result.AnswersFile;
import org.branchline.database.Cipher;
import org.branchline.database.DataKey;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.Settings;
import org.branchline.database.ground.Ground;
import org.flywaydb.core.Flyway;

/** A database that a release left, looked at as its owner, as the service, and as a superuser who sees all. */
final class Upgraded implements AutoCloseable {

    private final Release release;
    private final String database;
    private final Schema schema;

    private Upgraded(Release release, String database) throws SQLException {
        this.release = release;
        this.database = database;
        this.schema = new Schema(Jdbc.connect(Databases.superuser(database)));
    }

    /** The schema as the release had it, with its rows in place. */
    static Upgraded from(Release release) throws SQLException, IOException {
        String database = "from_" + release.name().replace('.', '_');
        Databases.create(database);
        Flyway.configure()
                .dataSource(Jdbc.source(Databases.owner(database)))
                .defaultSchema(Jdbc.SCHEMA)
                .schemas(Jdbc.SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .target(String.valueOf(release.schema()))
                .load()
                .migrate();
        Upgraded upgraded = new Upgraded(release, database);
        try (Statement statement = upgraded.schema.connection().createStatement()) {
            // As every release does after its migrations.
            statement.execute("grant select on flyway_schema_history to branchline_service");
        }
        Rows.read(upgraded.schema.connection(), release.rows());
        return upgraded;
    }

    /** To the newest, as {@code migrate} does it. */
    void migrate() {
        Ground.migrate(Settings.of(settings(Databases.owner(database)))).close();
    }

    Schema schema() {
        return schema;
    }

    /** Where it is and what opens it, for a service. */
    Map<String, String> settings() {
        return settings(Databases.service(database));
    }

    private Map<String, String> settings(DatabaseAddress address) {
        return Map.of("DATABASE_URL", address.secretUrl(), "DATA_KEY", release.key());
    }

    /** The organisation of each row of a table, sorted. */
    List<String> organisations(String table) throws SQLException {
        return schema.texts(
                "select " + schema.organisationOf(table).orElse("'t'") + "::text from " + table + " order by 1");
    }

    /** How many rows of each table the service sees, by the organisation that is set. */
    Map<String, Map<String, Long>> seen(List<String> tables, List<String> organisations) throws SQLException {
        String counting = tables.stream()
                .map(table -> "select '" + table + "' as name, count(*) as rows from " + table)
                .collect(Collectors.joining(" union all "));
        Map<String, Map<String, Long>> seen = new TreeMap<>();
        try (Ground ground = Ground.lay(Settings.of(settings()));
                Connection service = ground.connect();
                Statement statement = service.createStatement()) {
            for (String organisation : organisations) {
                statement.execute("set branchline.organisation = '" + organisation + "'");
                Map<String, Long> counts = new TreeMap<>();
                try (ResultSet row = statement.executeQuery(counting)) {
                    while (row.next()) {
                        counts.put(row.getString("name"), row.getLong("rows"));
                    }
                }
                seen.put(organisation, counts);
            }
        }
        return seen;
    }

    /** What was sealed of special answers, opened. */
    List<String> specialAnswers() throws SQLException {
        Cipher cipher = new Cipher(DataKey.parse(release.key()));
        List<String> values = new ArrayList<>();
        try (Statement statement = schema.connection().createStatement();
                ResultSet row = statement.executeQuery("select * from special_answer")) {
            while (row.next()) {
                values.add(cipher.open(
                        "answer/" + row.getInt("organisation") + "/" + row.getLong("run") + "/"
                                + row.getString("question"),
                        new Cipher.Sealed(row.getString("key_id"), Buffer.buffer(row.getBytes("ciphertext")))));
            }
        }
        return values;
    }

    /** What {@code answers} prints of a playbook. */
    String answers(String playbook) throws SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Ground ground = Ground.lay(Settings.of(settings()));
                Connection service = ground.connect()) {
            AnswersFile.print(service, playbook, new PrintStream(printed, true, StandardCharsets.UTF_8));
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        schema.connection().close();
    }
}
