package org.branchline.database.ground;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.StartProblem;

/** A Postgres the operator runs: checked, and migrated where its role is the owner. */
final class GivenPostgres {

    private final DatabaseAddress address;
    private final Migrations migrations;
    private final Duration patience;

    /** @param patience how long a role that may not migrate waits for somebody who does */
    GivenPostgres(DatabaseAddress address, Migrations migrations, Duration patience) {
        this.address = address;
        this.migrations = migrations;
        this.patience = patience;
    }

    /**
     * Leaves the database ready for the service.
     *
     * @return the role the service acts as
     * @throws StartProblem when it cannot be made so
     */
    Footing prepare() {
        try (Connection connection = Jdbc.connect(address)) {
            Standing standing = Standing.of(connection);
            standing.refusal(address).ifPresent(problem -> {
                throw problem;
            });
            meetLater(connection);
            if (!standing.owner()) {
                return asService(connection);
            }
            makeGroup(connection, standing);
            int applied = migrations.areIn(connection) ? 0 : migrations.run(address);
            return new Footing(address, true, applied);
        } catch (SQLException e) {
            throw DatabaseProblems.of(e, address);
        }
    }

    /** The log says nothing before the service runs. */
    private void meetLater(Connection connection) throws SQLException {
        migrations.meetLater(connection, address.place()).ifPresent(System.err::println);
    }

    private void makeGroup(Connection connection, Standing standing) throws SQLException {
        String sql = standing.groupSql(address.user());
        if (sql.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // From Postgres 16 on, who may create roles may not grant those that others made.
            if ("42501".equals(e.getSQLState())) {
                throw standing.groupMissing(address);
            }
            throw e;
        }
    }

    private Footing asService(Connection connection) throws SQLException {
        if (!migrations.areIn(connection) && !come(connection)) {
            throw Schema.refusal(address, patience.isZero() ? "" : ", not even after " + patience.toSeconds() + " s");
        }
        return new Footing(address, false, 0);
    }

    /** In a roll-out a replica may be there before its migrations are: whether they come while it waits. */
    private boolean come(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        if (!patience.isZero()) {
            // The log says nothing before the service runs, and whoever rolls out reads this meanwhile.
            System.err.println("Waiting up to " + patience.toSeconds() + " s for the schema in " + address.place()
                    + " to become this release's.");
        }
        while (System.nanoTime() - asked < patience.toNanos()) {
            try (Statement statement = connection.createStatement()) {
                // Postgres keeps the second, so that a server that stops ends the waiting too.
                statement.execute("select pg_sleep(1)");
            }
            if (migrations.areIn(connection)) {
                return true;
            }
        }
        return false;
    }
}
