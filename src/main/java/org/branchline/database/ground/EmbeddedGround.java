package org.branchline.database.ground;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.StartProblem;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;

/** The embedded server made ready for the service. */
final class EmbeddedGround {

    private final EmbeddedPostgres server;
    private final Migrations migrations;

    EmbeddedGround(EmbeddedPostgres server, Migrations migrations) {
        this.server = server;
        this.migrations = migrations;
    }

    Footing prepare() {
        DatabaseAddress owner = server.address(Role.OWNER);
        try (Connection connection = Jdbc.connect(owner)) {
            migrations.meetLater(connection, owner.place()).ifPresent(System.err::println);
            int applied = migrations.areIn(connection) ? 0 : migrations.run(owner);
            showOperatorTheOnlyOrganisation(connection);
            return new Footing(server.address(Role.SERVICE), false, applied);
        } catch (SQLException e) {
            throw new StartProblem("The embedded Postgres refused: " + e.getMessage());
        }
    }

    /** Only where its number is not the one the operator's role was made with. */
    private void showOperatorTheOnlyOrganisation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set branchline.organisation = '*'");
            try (ResultSet row = statement.executeQuery("select min(id), count(*) from organisation")) {
                if (row.next() && row.getInt(2) == 1 && row.getInt(1) != 1) {
                    server.showOperator(row.getInt(1));
                }
            }
        }
    }
}
