package org.branchline.upgrade;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;
import org.branchline.database.ground.SuiteGround;

/** Databases of their own on the suite's server, with an owner as an operator makes one. */
final class Databases {

    private static final String OWNER = "release_owner";

    private Databases() {}

    /** A new one without anything in it. */
    static void create(String name) throws SQLException {
        try (Connection connection = Jdbc.connect(superuser("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin create role " + OWNER + " login password 'p' in role branchline_service;"
                    + " exception when duplicate_object then null; end $$");
            statement.execute("create database " + name + " owner " + OWNER);
        }
    }

    /** Whom no row-level security binds. */
    static DatabaseAddress superuser(String database) {
        return of(Role.SUPERUSER, database);
    }

    /** Neither owner nor superuser. */
    static DatabaseAddress service(String database) {
        return of(Role.SERVICE, database);
    }

    static DatabaseAddress owner(String database) {
        return DatabaseAddress.local(superuser(database).port(), database, OWNER, "p");
    }

    private static DatabaseAddress of(Role role, String database) {
        SuiteGround.shared();
        DatabaseAddress login = EmbeddedPostgres.running(SuiteGround.FOLDER).address(role);
        return DatabaseAddress.local(login.port(), database, login.user(), login.password());
    }
}
