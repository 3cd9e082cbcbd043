package org.branchline.database.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.DatabaseConfig;
import org.branchline.database.Jdbc;
import org.branchline.database.Replica;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.embedded.DataFolder;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.PrivateFile;
import org.branchline.database.embedded.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server the operator runs, played by a second embedded one. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the given server")
class GivenPostgresIT {

    private static final String KEY = "11".repeat(32);

    @TempDir
    static Path folder;

    private static DataFolder held;
    private static EmbeddedPostgres server;
    private static DatabaseAddress superuser;
    private static int databases;

    @BeforeAll
    static void start() {
        held = DataFolder.take(folder).orElseThrow();
        server = EmbeddedPostgres.start(folder, SuiteGround.PROGRAMS, false);
        superuser = server.address(Role.SUPERUSER);
        asSuperuser(
                "create role maker login createrole password 'p'",
                "create role owner login password 'p' in role branchline_service",
                "create role loner login password 'p'",
                "create role plain login password 'p' in role branchline_service");
    }

    @AfterAll
    static void stop() {
        server.close();
        held.close();
    }

    @Test
    void an_owner_that_makes_roles_makes_the_group() {
        // Given
        String database = database("maker");
        refused(url("maker", "p", database, "disable"), "GRANT branchline_service TO \"maker\";");
        asSuperuser("alter role branchline_service rename to set_aside");

        // When
        try (Ground ground = lay(url("maker", "p", database, "disable"))) {

            // Then
            assertThat(ground.properties()).containsEntry("branchline.database.role", "branchline_service");
        } finally {
            asSuperuser(
                    "drop database " + database,
                    "drop role branchline_service",
                    "alter role set_aside rename to branchline_service");
        }
    }

    @Test
    void the_owner_migrates_and_the_service_then_owns_nothing() {
        // Given
        String database = database("owner");

        // When
        try (Ground ground = lay(url("owner", "p", database, "disable"));
                Replica replica = Replica.on(ground)) {
            String roles = replica.transactions()
                    .acrossOrganisations(tx -> tx.query("select session_user || ' as ' || current_user"))
                    .await()
                    .atMost(Duration.ofSeconds(20))
                    .iterator()
                    .next()
                    .getString(0);

            // Then
            assertThat(ground.applied()).isPositive();
            assertThat(roles).isEqualTo("owner as branchline_service");
        }
    }

    @Test
    void a_plain_service_role_runs_on_what_the_owner_migrated() {
        // Given
        String database = database("owner");
        refused(url("plain", "p", database, "disable"), "run `migrate` with the owner's DATABASE_URL first");
        lay(url("owner", "p", database, "disable")).close();

        // When
        try (Ground ground = lay(url("plain", "p", database, "disable"))) {

            // Then
            assertThat(ground.applied()).isZero();
            assertThat(ground.properties()).doesNotContainKey("branchline.database.role");
        }
    }

    @Test
    void a_replica_that_waits_starts_on_the_schema_that_comes() {
        // Given
        String database = database("owner");
        CompletableFuture<Ground> waiting =
                CompletableFuture.supplyAsync(() -> waiting(url("plain", "p", database, "disable"), "60"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> sleeps(database));

        // When
        lay(url("owner", "p", database, "disable")).close();

        // Then
        try (Ground ground = waiting.orTimeout(40, TimeUnit.SECONDS).join()) {
            assertThat(ground.applied()).isZero();
        }
    }

    @Test
    void a_replica_waits_no_longer_than_it_was_told() {
        // Given
        String url = url("plain", "p", database("owner"), "disable");

        // Then
        assertThatThrownBy(() -> waiting(url, "1"))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("is not the one this release needs, not even after 1 s")
                .hasMessageContaining("run `migrate` with the owner's DATABASE_URL first");
        assertThatThrownBy(() -> waiting(url, "a while"))
                .isInstanceOf(StartProblem.class)
                .hasMessage("SCHEMA_WAIT_SECONDS is \"a while\"; it takes seconds from 0 to 9999.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "plain"})
    void a_program_that_was_rolled_back_works_on_a_later_schema_until_something_it_uses_is_gone(String role)
            throws SQLException {
        // Given
        String database = database("owner");
        lay(url("owner", "p", database, "disable")).close();
        isLater(database, "V998__more.sql");

        // When
        try (Ground ground = lay(url(role, "p", database, "disable"))) {

            // Then
            assertThat(ground.applied()).isZero();
        }
        isLater(database, "V999__contract_998_less.sql");
        refused(url(role, "p", database, "disable"), "is V999 of a later release", "whose schema is V998 or newer");
    }

    /** A later release migrated as well. */
    private static void isLater(String database, String script) throws SQLException {
        try (Connection connection = Jdbc.connect(DatabaseAddress.parse(url("owner", "p", database, "disable")));
                Statement statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, execution_time, success) select max(installed_rank) + 1, '"
                    + script.substring(1, 4) + "', 'x', 'SQL', '" + script + "', 1, 'x', 1, true"
                    + " from flyway_schema_history");
        }
    }

    @Test
    void a_survey_of_an_empty_database_says_what_the_start_would_and_makes_nothing() throws SQLException {
        // Given
        String database = database("owner");

        // When
        Survey.Awake plain = surveyed(url("plain", "p", database, "disable"), KEY);
        Survey.Awake owner = surveyed(url("owner", "p", database, "disable"), KEY);

        // Then
        assertThat(plain.refusals())
                .singleElement()
                .extracting(StartProblem::line)
                .asString()
                .contains("run `migrate`");
        assertThat(owner.refusals()).isEmpty();
        assertThat(owner.login().migrates()).isTrue();
        assertThat(owner.schema().applied()).isZero();
        assertThat(tables(database)).isZero();
    }

    @Test
    void a_survey_of_a_migrated_database_finds_it_well_and_knows_its_key() {
        // Given
        String database = database("owner");
        String plain = url("plain", "p", database, "disable");
        lay(url("owner", "p", database, "disable")).close();

        // When
        Survey.Awake well = surveyed(plain, KEY);

        // Then
        assertThat(well.refusals()).isEmpty();
        assertThat(well.schema().current()).isTrue();
        assertThat(well.login().stepsDown()).isFalse();
        assertThat(well.login().connections()).isGreaterThanOrEqualTo(DatabaseConfig.USUAL_CONNECTIONS);
        assertThat(well.key()).isEqualTo(new Survey.Key(true, true, Optional.empty()));
        assertThat(well.ahead()).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(1));
        assertThat(surveyed(plain, "22".repeat(32)).key().refusal())
                .hasValueSatisfying(problem -> assertThat(problem.line()).contains("not the one this database"));
        assertThat(surveyed(url("owner", "p", database, "disable"), "no key").key())
                .isEqualTo(new Survey.Key(true, false, Optional.empty()));
    }

    @Test
    void a_survey_refuses_the_roles_that_the_start_refuses_and_tells_a_clock_that_is_off() {
        // Given
        String database = database("owner");
        asSuperuser("create role stranger login password 'p'");
        lay(url("owner", "p", database, "disable")).close();
        Settings settings =
                Settings.of(Map.of("DATABASE_URL", url("plain", "p", database, "disable"), "DATA_KEY", KEY));

        // When
        Survey.Awake superuser =
                surveyed(url("postgres", GivenPostgresIT.superuser.password(), database, "disable"), KEY);
        Survey.Awake stranger = surveyed(url("stranger", "p", database, "disable"), KEY);
        Survey late = Surveying.of(settings, () -> Instant.now().plusSeconds(90));
        Survey gone = Surveying.of(
                Settings.of(Map.of("DATABASE_URL", "postgresql://a:secret@127.0.0.1:1/x", "DATA_KEY", KEY)),
                InstantSource.system());

        // Then
        assertThat(superuser.refusals())
                .first()
                .extracting(StartProblem::line)
                .asString()
                .contains("is a superuser");
        assertThat(stranger.refusals())
                .singleElement()
                .extracting(StartProblem::line)
                .asString()
                .contains("GRANT branchline_service TO \"stranger\"");
        assertThat(((Survey.Awake) late).ahead()).isBetween(Duration.ofSeconds(88), Duration.ofSeconds(92));
        assertThat(((Survey.Refused) gone).why().line())
                .contains("cannot be reached")
                .doesNotContain("secret");
    }

    @Test
    void a_schema_of_a_newer_release_and_an_edited_migration_are_seen() {
        // Given
        String database = database("owner");
        String plain = url("plain", "p", database, "disable");
        lay(url("owner", "p", database, "disable")).close();

        // When
        inDatabase(
                database, "update branchline.flyway_schema_history set script = 'V999__later.sql' where version = '2'");
        Schema newer = surveyed(plain, KEY).schema();
        inDatabase(database, "update branchline.flyway_schema_history set checksum = 1 where version = '1'");
        Schema edited = surveyed(plain, KEY).schema();

        // Then
        assertThat(newer).isEqualTo(new Schema(newer.packaged() - 1, newer.packaged(), 1, Optional.empty()));
        assertThat(edited.edited()).contains("V1__ground.sql");
        assertThat(edited.current()).isFalse();
    }

    @Test
    void another_key_than_before_is_refused() {
        // Given
        String url = url("owner", "p", database("owner"), "disable");
        lay(url).close();

        // When
        Settings other = Settings.of(Map.of("DATABASE_URL", url, "DATA_KEY", "22".repeat(32)));

        // Then
        assertThatThrownBy(() -> Ground.lay(other))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("not the one this database was encrypted with");
    }

    @Test
    void each_refusal_is_one_line_that_says_what_to_do() {
        String database = database("owner");
        String root = superuser.password();
        refused(url("postgres", root, database, "disable"), "is a superuser or bypasses", "CREATE ROLE");
        refused(url("owner", "wrong", database, "disable"), "refused user owner: check user and password");
        refused(url("owner", "p", "nowhere", "disable"), "has no database nowhere", "CREATE DATABASE");
        refused("postgresql://owner:p@127.0.0.1:1/x?sslmode=disable", "cannot be reached");
        refused(url("owner", "p", database, "require"), "TLS with", "sslmode=require");
        refused(
                url("loner", "p", database("loner"), "disable"),
                "As a superuser run: GRANT branchline_service TO \"loner\";");
    }

    @ParameterizedTest
    @CsvSource({"require,127.0.0.1,false", "verify-ca,127.0.0.1,true", "verify-full,localhost,true"})
    void both_drivers_use_the_same_tls(String mode, String host, boolean certificate) throws Exception {
        // Given
        Path root = encrypt();
        String url = url("owner", "p", database("owner"), mode).replace("127.0.0.1", host)
                + (certificate ? "&sslrootcert=" + root : "");

        // When
        try (Ground ground = lay(url);
                Replica replica = Replica.on(ground)) {
            int answered = replica.transactions()
                    .acrossOrganisations(tx -> tx.query("select id from organisation"))
                    .await()
                    .atMost(Duration.ofSeconds(20))
                    .size();

            // Then: the server takes this user over TLS only.
            assertThat(answered).isZero();
            refused(url.replace("sslmode=" + mode, "sslmode=disable"), "refused user owner");
            refused(url.replace("localhost", "127.0.0.1").replace(mode, "verify-full"), "TLS with");
        } finally {
            Files.writeString(folder.resolve("postgres/pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            asSuperuser("alter system set ssl = off", "select pg_reload_conf()");
        }
    }

    /** The server with a certificate of its own, for localhost. */
    private static Path encrypt() throws Exception {
        Path store = folder.resolve("made.p12");
        List<String> keytool = new ArrayList<>();
        keytool.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        keytool.addAll(List.of("-genkeypair", "-alias", "a", "-keyalg", "RSA", "-dname", "CN=localhost"));
        keytool.addAll(List.of("-ext", "san=dns:localhost", "-storetype", "PKCS12", "-storepass", "secret"));
        keytool.addAll(List.of("-keystore", store.toString()));
        new ProcessBuilder(keytool).inheritIO().start().waitFor();
        KeyStore made = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        Path key = folder.resolve("postgres/server.key");
        PrivateFile.write(
                key, pem("PRIVATE KEY", made.getKey("a", "secret".toCharArray()).getEncoded()));
        Path certificate = Files.writeString(
                folder.resolve("postgres/server.crt"),
                pem("CERTIFICATE", made.getCertificate("a").getEncoded()));
        Files.delete(store);
        Files.writeString(
                folder.resolve("postgres/pg_hba.conf"),
                "hostssl all owner 127.0.0.1/32 scram-sha-256\nhost all postgres 127.0.0.1/32 scram-sha-256\n");
        asSuperuser("alter system set ssl = on", "select pg_reload_conf()");
        return certificate;
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static String database(String owner) {
        String name = "given" + ++databases;
        asSuperuser("create database " + name + " owner " + owner);
        return name;
    }

    private static String url(String user, String password, String database, String mode) {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + superuser.port() + "/" + database + "?sslmode="
                + mode;
    }

    private static Ground lay(String url) {
        return Ground.lay(Settings.of(Map.of("DATABASE_URL", url, "DATA_KEY", KEY)));
    }

    private static Ground waiting(String url, String seconds) {
        return Ground.lay(Settings.of(Map.of("DATABASE_URL", url, "DATA_KEY", KEY, "SCHEMA_WAIT_SECONDS", seconds)));
    }

    /** Whether a replica waits in this database. */
    private static boolean sleeps(String database) throws SQLException {
        try (Connection connection = Jdbc.connect(superuser);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select exists (select from pg_stat_activity where datname = '"
                        + database + "' and wait_event = 'PgSleep')")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Survey.Awake surveyed(String url, String key) {
        return (Survey.Awake)
                Surveying.of(Settings.of(Map.of("DATABASE_URL", url, "DATA_KEY", key)), InstantSource.system());
    }

    /** How many tables of ours there are. */
    private static int tables(String database) throws SQLException {
        try (Connection connection = in(database);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from pg_tables where schemaname = 'branchline'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void inDatabase(String database, String line) {
        try (Connection connection = in(database);
                Statement statement = connection.createStatement()) {
            statement.execute(line);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection in(String database) throws SQLException {
        return Jdbc.connect(DatabaseAddress.parse(url("postgres", superuser.password(), database, "disable")));
    }

    private static void refused(String url, String... parts) {
        assertThatThrownBy(() -> lay(url).close())
                .isInstanceOf(StartProblem.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining(superuser.password());
    }

    private static void asSuperuser(String... lines) {
        try (Connection connection = Jdbc.connect(superuser);
                Statement statement = connection.createStatement()) {
            for (String line : lines) {
                statement.execute(line);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
