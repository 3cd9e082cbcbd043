package org.branchline.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.StartProblem;

/** The Postgres of a data folder, running. Closing it ends the server. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "branchline";

    private final Runnable stop;
    private final Passwords passwords;
    private final int port;

    private EmbeddedPostgres(Runnable stop, Passwords passwords, int port) {
        this.stop = stop;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Starts the server of a folder the caller holds, or adopts the one a killed service left running.
     *
     * @param programs where the server's programs are unpacked, may be shared
     * @param durable false only for tests: a power cut would lose commits
     * @throws StartProblem when it does not start
     */
    public static EmbeddedPostgres start(Path dataFolder, Path programs, boolean durable) {
        try {
            Programs unpacked = Programs.in(programs);
            Passwords passwords = Passwords.in(dataFolder);
            Cluster cluster = new Cluster(dataFolder.resolve("postgres"), unpacked);
            cluster.make(passwords.of(Role.SUPERUSER));
            Postmaster postmaster = new Postmaster(cluster, unpacked);
            int port = postmaster.adoptOrStart(durable, left -> answers(left, passwords));
            EmbeddedPostgres started = new EmbeddedPostgres(postmaster::stop, passwords, port);
            started.makeRolesUnlessThere();
            PrivateFile.write(
                    dataFolder.resolve("postgres.url"),
                    started.address(Role.OPERATOR).secretUrl() + "\n");
            return started;
        } catch (IOException e) {
            throw new StartProblem(
                    "The embedded Postgres in " + dataFolder + " cannot be started, a file refused: " + e.getMessage());
        }
    }

    /**
     * The server a running service holds; closing it leaves it running.
     *
     * @throws StartProblem when it does not answer
     */
    public static EmbeddedPostgres running(Path dataFolder) {
        return awake(dataFolder)
                .orElseThrow(() -> new StartProblem("Another process holds " + dataFolder
                        + " and its Postgres does not answer: try again when it has started."));
    }

    /**
     * The server of a folder where one answers, whoever started it; closing it leaves it running.
     *
     * @throws StartProblem when the folder was made by another Postgres, or cannot be read
     */
    public static Optional<EmbeddedPostgres> awake(Path dataFolder) {
        try {
            Optional<Passwords> passwords = Passwords.kept(dataFolder);
            Path cluster = dataFolder.resolve("postgres");
            if (passwords.isEmpty() || !Files.exists(cluster)) {
                return Optional.empty();
            }
            Cluster.checkVersion(cluster);
            return Postmaster.portIn(cluster)
                    .filter(left -> answers(left, passwords.get()))
                    .map(port -> new EmbeddedPostgres(() -> {}, passwords.get(), port));
        } catch (IOException e) {
            throw new StartProblem("DATA_DIR " + dataFolder + " cannot be read: " + e.getMessage());
        }
    }

    public DatabaseAddress address(Role role) {
        return address(port, passwords, role);
    }

    @Override
    public void close() {
        stop.run();
    }

    /** The operator's {@code psql} sees this organisation from the start. */
    public void showOperator(int organisation) {
        asSuperuser(statement -> statement.execute(
                "alter role " + Role.OPERATOR.roleName() + " set branchline.organisation = '" + organisation + "'"));
    }

    private static DatabaseAddress address(int port, Passwords passwords, Role role) {
        String database = role == Role.SUPERUSER ? "postgres" : DATABASE;
        return DatabaseAddress.local(port, database, role.roleName(), passwords.of(role));
    }

    private static boolean answers(int port, Passwords passwords) {
        try (Connection connection = Jdbc.connect(address(port, passwords, Role.OWNER));
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("show server_version")) {
            return version.next() && version.getString(1).equals(Programs.RELEASE);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The database comes last: where it is, the roles are. */
    private void makeRolesUnlessThere() {
        if (!answers(port, passwords)) {
            asSuperuser(this::makeRoles);
        }
    }

    private void makeRoles(Statement statement) throws SQLException {
        makeRole(statement, Role.OWNER);
        makeRole(statement, Role.SERVICE);
        makeRole(statement, Role.OPERATOR);
        if (!exists(statement, "pg_roles where rolname = 'branchline_service'")) {
            statement.execute("create role branchline_service nologin");
        }
        statement.execute("grant branchline_service to branchline, branchline_operator");
        // The first organisation gets this number; the next start corrects it where it was another.
        statement.execute("alter role branchline_operator set branchline.organisation = '1'");
        if (!exists(statement, "pg_database where datname = '" + DATABASE + "'")) {
            statement.execute("create database " + DATABASE + " owner branchline_owner");
        }
        statement.execute("revoke all on database " + DATABASE + " from public");
        statement.execute("grant connect on database " + DATABASE + " to branchline_service");
    }

    private void makeRole(Statement statement, Role role) throws SQLException {
        String verb = exists(statement, "pg_roles where rolname = '" + role.roleName() + "'") ? "alter" : "create";
        statement.execute(verb + " role " + role.roleName() + " login password '" + passwords.of(role) + "'");
        statement.execute("alter role " + role.roleName() + " set search_path = branchline");
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from " + what)) {
            return row.next();
        }
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }

    private void asSuperuser(Work work) {
        try (Connection connection = Jdbc.connect(address(Role.SUPERUSER));
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException e) {
            throw new StartProblem("The embedded Postgres refused its own set-up: " + e.getMessage());
        }
    }
}
