package org.branchline.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the service uses its Postgres. The first three are set by the ground it stands on. */
@ConfigMapping(prefix = "branchline.database")
public interface DatabaseConfig {

    /** Connections of one process unless set otherwise, the one that listens among them. */
    int USUAL_CONNECTIONS = 17;

    /** The ways of libpq's {@code sslmode}. */
    @WithDefault("PREFER")
    DatabaseAddress.Tls tls();

    /** A file of certificates in PEM that may sign the server's; without it those this Java trusts. */
    Optional<String> rootCertificate();

    /** The role each connection acts as, where its login is more than the service may be. */
    Optional<String> role();

    /** Connections to Postgres at most, for all but listening, which has one of its own. */
    @WithDefault("16")
    int connections();

    /** A turn waits this long for another turn of its chat. */
    @WithDefault("2s")
    Duration lockTimeout();

    /** One statement takes this long at most. */
    @WithDefault("4500ms")
    Duration statementTimeout();

    /** A transaction whose process fell silent holds its locks this long at most. */
    @WithDefault("5s")
    Duration idleTimeout();
}
