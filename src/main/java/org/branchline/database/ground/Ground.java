package org.branchline.database.ground;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.branchline.database.DataKey;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.embedded.DataFolder;
import org.branchline.database.embedded.EmbeddedPostgres;

/**
 * A Postgres ready for the service: found or started, checked, migrated. Laid before Quarkus starts, closed after it
 * stopped; closing ends an embedded server.
 */
public final class Ground implements AutoCloseable {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

    private final Footing footing;
    private final Runnable release;

    private Ground(Footing footing, Runnable release) {
        this.footing = footing;
        this.release = release;
    }

    /**
     * For the service, which holds {@code DATA_DIR} alone.
     *
     * @throws StartProblem when there is no ground to stand on
     */
    public static Ground lay(Settings settings) {
        return lay(settings, settings.dataFolder().resolve("programs"), true);
    }

    /**
     * For {@code migrate}: brings the schema up to date, whoever else is running.
     *
     * @throws StartProblem when it cannot, or the given role may not
     */
    public static Ground migrate(Settings settings) {
        return borrow(settings);
    }

    /**
     * For a command: beside a running service it uses that one's server, else it starts the embedded one meanwhile.
     *
     * @throws StartProblem when there is no ground to stand on
     */
    public static Ground borrow(Settings settings) {
        Path folder = settings.dataFolder();
        if (settings.text("DATABASE_URL").isPresent()) {
            return lay(settings);
        }
        Optional<DataFolder> held = DataFolder.take(folder);
        held.ifPresent(DataFolder::close);
        return held.isPresent() ? lay(settings) : beside(folder);
    }

    static Ground beside(Path folder) {
        return new Ground(
                new EmbeddedGround(EmbeddedPostgres.running(folder), Migrations.packaged()).prepare(), () -> {});
    }

    static Ground lay(Settings settings, Path programs, boolean durable) {
        Optional<String> url = settings.text("DATABASE_URL");
        if (url.isPresent()) {
            DataKey key = DataKey.of(settings);
            Footing footing = new GivenPostgres(
                            DatabaseAddress.parse(url.get()), Migrations.packaged(), patience(settings))
                    .prepare();
            checkKey(footing, key);
            return new Ground(footing, () -> {});
        }
        Path folder = settings.dataFolder();
        DataFolder held = DataFolder.take(folder).orElseThrow(() -> DataFolder.taken(folder));
        try {
            DataKey key = DataKey.of(settings);
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, programs, durable);
            try {
                Footing footing = new EmbeddedGround(server, Migrations.packaged()).prepare();
                checkKey(footing, key);
                return new Ground(footing, () -> {
                    server.close();
                    held.close();
                });
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** To be set as system properties before Quarkus starts; they hold a password. */
    public Map<String, String> properties() {
        return footing.properties();
    }

    /** How many migrations ran just now. */
    public int applied() {
        return footing.applied();
    }

    /** Where the database is, without a secret. */
    public String place() {
        return footing.address().place();
    }

    /** A JDBC connection with the service's rights, for the command line. */
    public Connection connect() throws SQLException {
        return footing.connect();
    }

    @Override
    public void close() {
        release.run();
    }

    /**
     * {@code SCHEMA_WAIT_SECONDS}, 0 unless set.
     *
     * @throws StartProblem when it is no number of seconds
     */
    public static Duration patience(Settings settings) {
        String seconds = settings.text("SCHEMA_WAIT_SECONDS").orElse("0");
        if (!SECONDS.matcher(seconds).matches()) {
            throw new StartProblem("SCHEMA_WAIT_SECONDS is \"" + seconds + "\"; it takes seconds from 0 to 9999.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static void checkKey(Footing footing, DataKey key) {
        try (Connection connection = footing.connect()) {
            KeyCheck.of(connection, key);
        } catch (SQLException e) {
            throw DatabaseProblems.of(e, footing.address());
        }
    }
}
