package org.branchline.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.embedded.SuitePrograms;
import org.branchline.start.RunningJar;

/** A sandbox and a service of their own, each a process, the service on the embedded Postgres of a new folder. */
final class Installation implements AutoCloseable {

    static final String SECRET = "drill-secret";
    static final long BOT = 7_700_000_001L;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Map<String, String> settings;
    private final Jar sandbox;
    private final String sandboxUrl;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final SandboxControl control;
    private final int port = RunningJar.freePort();
    private Jar service;

    Installation(Path folder) {
        this(folder, Map.of());
    }

    /**
     * @param settings of the service, besides those that connect it to the sandbox
     */
    Installation(Path folder, Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        this.folder = folder.toAbsolutePath();
        lendPrograms();
        this.sandbox = Jar.start(this.folder.resolve("sandbox.log"), Map.of(), "sandbox", "--port", "0");
        this.sandboxUrl = sandbox.awaitLine("Sandbox at ", PATIENCE).replaceFirst(".*Sandbox at ", "");
        this.control = new SandboxControl(sandboxUrl, threads);
        control.post(
                "limits",
                SandboxControl.json().put("per_bot", 0).put("per_chat", 0).put("per_group", 0));
    }

    private void lendPrograms() {
        try {
            SuitePrograms.lend(data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the service gets its updates. */
    enum Updates {
        POLLING,
        WEBHOOK
    }

    SandboxControl control() {
        return control;
    }

    /** Where the service listens, and where updates come while nobody listens in its place. */
    int port() {
        return port;
    }

    Path data() {
        return folder.resolve("data");
    }

    String webhook() {
        return "http://localhost:" + port + "/telegram/" + BOT;
    }

    /** Starts the service and waits until updates are let in. */
    void open(Updates updates) {
        service = Jar.start(folder.resolve("service.log"), environment(updates));
        service.awaitLine("is listening", PATIENCE);
    }

    private Map<String, String> environment(Updates updates) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TELEGRAM_API_URL", sandboxUrl);
        environment.put("TELEGRAM_BOT_TOKEN", BOT + ":drill");
        environment.put("TELEGRAM_UPDATES", updates.name().toLowerCase(java.util.Locale.ROOT));
        environment.put("TELEGRAM_WEBHOOK_SECRET", SECRET);
        environment.put("PUBLIC_URL", "http://localhost:" + port);
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("DATA_DIR", data().toString());
        environment.put("SEND_RATE", "0");
        environment.put("CHAT_RATE", "0");
        environment.putAll(settings);
        return environment;
    }

    /**
     * Starts another process of the same service on this one's Postgres.
     *
     * @param port where it listens
     * @param own settings of this process alone
     */
    Jar replica(String name, int port, Map<String, String> own) {
        Map<String, String> environment = environment(Updates.WEBHOOK);
        environment.put("DATABASE_URL", databaseUrl(database().port()));
        environment.put("DATA_KEY", read("data.key").strip());
        environment.put("DATA_DIR", folder.resolve(name).toString());
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.putAll(own);
        return Jar.start(folder.resolve(name + ".log"), environment);
    }

    /** As the service reaches its Postgres at a port: its own one, or that of what stands in between. */
    String databaseUrl(int port) {
        return "postgresql://branchline:" + passwords().getProperty("branchline") + "@127.0.0.1:" + port + "/"
                + database().database() + "?sslmode=disable";
    }

    /** Where its Postgres is. */
    DatabaseAddress database() {
        return DatabaseAddress.parse(read("postgres.url").strip());
    }

    /** Its own process, once it is open. */
    Jar service() {
        return service;
    }

    Jar sandbox() {
        return sandbox;
    }

    /** {@code kill -9}; its Postgres lives on. */
    void kill() {
        service.kill();
    }

    /** SIGTERM; its Postgres ends with it. */
    void stop() {
        service.stop();
    }

    /** Where its API is. */
    String api() {
        return "http://localhost:" + port + "/api/v1";
    }

    /** As the operator reads it. */
    Connection operator() throws SQLException {
        return Jdbc.connect(database());
    }

    /** As the owner of the tables; sees the rows of the one organisation. */
    Connection owner() throws SQLException {
        DatabaseAddress operator = database();
        Connection connection = Jdbc.connect(DatabaseAddress.local(
                operator.port(),
                operator.database(),
                "branchline_owner",
                passwords().getProperty("branchline_owner")));
        try (var statement = connection.createStatement()) {
            statement.execute("set branchline.organisation = '1'");
        }
        return connection;
    }

    private Properties passwords() {
        Properties passwords = new Properties();
        try (var lines = Files.newBufferedReader(data().resolve("postgres.passwords"))) {
            passwords.load(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return passwords;
    }

    private String read(String file) {
        try {
            return Files.readString(data().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code pg_ctl} of the embedded server. */
    void postgres(String... words) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // As the service does: Postgres refuses root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs().resolve("bin").resolve("pg_ctl").toString());
        command.addAll(List.of(words));
        command.add("--pgdata=" + data().resolve("postgres"));
        command.add("--silent");
        command.add("--log=" + data().resolve("postgres.log"));
        command.add("--wait");
        Programs.run(command, folder.resolve("pg_ctl.log"));
    }

    /** A signal, by its name, to every process of the embedded server. */
    void signalPostgres(String signal) {
        long postmaster = Long.parseLong(read("postgres/postmaster.pid")
                .lines()
                .findFirst()
                .orElseThrow()
                .strip());
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(postmaster)));
        ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        Programs.run(command, folder.resolve("signal.log"));
    }

    private Path programs() {
        try (var found = Files.list(data().resolve("programs"))) {
            return found.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.stop();
        }
        sandbox.kill();
        threads.shutdownNow();
    }
}
