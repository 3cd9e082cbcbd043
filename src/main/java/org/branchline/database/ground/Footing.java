package org.branchline.database.ground;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;

/**
 * How the service connects.
 *
 * @param stepDown whether the login is the owner's, so that each connection has to act as the group instead
 * @param applied how many migrations ran just now
 */
record Footing(DatabaseAddress address, boolean stepDown, int applied) {

    /** The role that owns nothing. */
    static final String GROUP = "branchline_service";

    /** What the service's pool reads, as {@code PoolSettings} names it. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put(
                "quarkus.datasource.reactive.url",
                "vertx-reactive:postgresql://" + address.hostInUrl() + ":" + address.port() + "/" + address.database());
        properties.put("quarkus.datasource.username", address.user());
        properties.put("quarkus.datasource.password", address.password());
        properties.put("branchline.database.tls", address.tls().name());
        address.rootCertificate().ifPresent(file -> properties.put("branchline.database.root-certificate", file));
        if (stepDown) {
            properties.put("branchline.database.role", GROUP);
        }
        return Map.copyOf(properties);
    }

    /** A JDBC connection with the service's rights. */
    Connection connect() throws SQLException {
        Connection connection = Jdbc.connect(address);
        if (stepDown) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set role " + GROUP);
            }
        }
        return connection;
    }
}
