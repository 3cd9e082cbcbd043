package org.branchline.database.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.branchline.database.DataKey;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.embedded.DataFolder;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;

/** Looks at the ground a service would stand on, with the eyes of its start, and leaves it as it is. */
public final class Surveying {

    /** Beside the 5 s a connection may take; nothing that is asked takes longer on a server that is well. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "::1");

    private static final String LOGIN = """
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
                   coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false)
            """;

    private final Settings settings;
    private final InstantSource machine;
    private final Migrations migrations = Migrations.packaged();

    private Surveying(Settings settings, InstantSource machine) {
        this.settings = settings;
        this.machine = machine;
    }

    /**
     * Looks at what the settings name.
     *
     * @param machine this machine's clock
     */
    public static Survey of(Settings settings, InstantSource machine) {
        try {
            return new Surveying(settings, machine).survey();
        } catch (StartProblem problem) {
            return new Survey.Refused(problem);
        }
    }

    private Survey survey() {
        Optional<String> url = settings.text("DATABASE_URL");
        if (url.isPresent()) {
            return awake(DatabaseAddress.parse(url.get()), true, List.of());
        }
        Path folder = settings.dataFolder();
        List<StartProblem> problems = new ArrayList<>();
        DataFolder.refusal(folder).ifPresent(problems::add);
        Optional<EmbeddedPostgres> server = EmbeddedPostgres.awake(folder);
        if (server.isPresent()) {
            return awake(server.get().address(Role.SERVICE), false, problems);
        }
        boolean made = Files.exists(folder.resolve("postgres"));
        if (made && problems.isEmpty() && DataKey.kept(settings).isEmpty()) {
            problems.add(new StartProblem("The key file data.key is not in " + folder
                    + ", which has a database: restore it, or set DATA_KEY to the key used before."));
        }
        return new Survey.Asleep(folder.toString(), made, problems);
    }

    /** @param given whether the operator runs it: the embedded one has its roles and owner from us */
    private Survey awake(DatabaseAddress address, boolean given, List<StartProblem> problems) {
        try (Connection connection = Jdbc.connect(address)) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            Standing standing = Standing.of(connection);
            List<StartProblem> refusals = new ArrayList<>(problems);
            standing.refusal(address).ifPresent(refusals::add);
            Duration ahead = ahead(connection);
            Schema schema = migrations.in(connection);
            boolean owner = standing.owner() || !given;
            if (!owner && refusals.isEmpty() && !schema.current()) {
                refusals.add(Schema.refusal(address, ""));
            }
            takenAway(connection, address).ifPresent(refusals::add);
            Survey.Login login = login(connection, address, standing, owner);
            return new Survey.Awake(login, schema, key(connection, standing, schema), ahead, refusals);
        } catch (SQLException e) {
            throw given
                    ? DatabaseProblems.of(e, address)
                    : new StartProblem("The embedded Postgres refused (" + e.getMessage()
                            + "): DATA_DIR/postgres.log says why; a restart of the service restarts it.");
        }
    }

    /** What a later release took away that this one uses. */
    private Optional<StartProblem> takenAway(Connection connection, DatabaseAddress address) throws SQLException {
        try {
            migrations.meetLater(connection, address.place());
            return Optional.empty();
        } catch (StartProblem problem) {
            return Optional.of(problem);
        }
    }

    private static Survey.Login login(
            Connection connection, DatabaseAddress address, Standing standing, boolean migrates) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOGIN)) {
            row.next();
            return new Survey.Login(
                    address.place(),
                    address.user(),
                    standing.release(),
                    migrates,
                    standing.owner(),
                    row.getBoolean(2) || HERE.contains(address.host()),
                    row.getInt(1));
        }
    }

    private Duration ahead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Instant asked = machine.instant();
            try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                Duration took = Duration.between(asked, machine.instant());
                Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
                return Duration.between(there, asked.plus(took.dividedBy(2)));
            }
        }
    }

    private Survey.Key key(Connection connection, Standing standing, Schema schema) throws SQLException {
        Optional<DataKey> key = key();
        if (schema.applied() == 0 || !standing.member()) {
            return new Survey.Key(false, key.isPresent(), Optional.empty());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + Footing.GROUP);
        }
        Optional<StartProblem> refusal = key.isPresent() ? KeyCheck.refusal(connection, key.get()) : Optional.empty();
        return new Survey.Key(KeyCheck.met(connection), key.isPresent(), refusal);
    }

    /** One that cannot be read is told where the settings are looked at. */
    private Optional<DataKey> key() {
        try {
            return DataKey.kept(settings);
        } catch (StartProblem told) {
            return Optional.empty();
        }
    }
}
