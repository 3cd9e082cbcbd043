package org.branchline.database.ground;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.branchline.database.Jdbc;
import org.branchline.database.Settings;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;
import org.branchline.database.embedded.SuitePrograms;

/** Grounds for tests: one for the whole suite, and small ones of their own for those who break theirs. */
public final class SuiteGround {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    public static final Path PROGRAMS = SuitePrograms.FOLDER;

    /** New for every run, so that a run never meets the rows of another. */
    public static final Path FOLDER;

    private static final Ground SHARED;

    static {
        // Quarkus loads test classes more than once; the server is started by whoever comes first. The lock is the
        // JVM's.
        synchronized (Runtime.getRuntime()) {
            String name = "branchline.suite.folder";
            String known = System.getProperty(name);
            if (known == null) {
                FOLDER = TARGET.resolve("data").resolve(UUID.randomUUID().toString());
                SHARED = fresh(FOLDER);
                System.setProperty(name, FOLDER.toString());
                Runtime.getRuntime().addShutdownHook(new Thread(SHARED::close));
            } else {
                FOLDER = Path.of(known);
                SHARED = Ground.beside(FOLDER);
            }
        }
    }

    private SuiteGround() {}

    public static Ground shared() {
        return SHARED;
    }

    /** The suite's server as the owner of the schema, for what the service has no right to. */
    public static Connection owner() throws SQLException {
        return Jdbc.connect(EmbeddedPostgres.running(FOLDER).address(Role.OWNER));
    }

    /** Not durable: only tests may. */
    public static Ground fresh(Path folder) {
        return Ground.lay(Settings.of(Map.of("DATA_DIR", folder.toString())), PROGRAMS, false);
    }
}
