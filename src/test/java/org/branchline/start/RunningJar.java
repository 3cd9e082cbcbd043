package org.branchline.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.embedded.SuitePrograms;
import org.jboss.logging.Logger;

/**
 * The packaged jar with the options we ship, as an operator starts it: a process of its own, its own folder, nothing but the
 * given variables.
 */
public final class RunningJar implements AutoCloseable {

    private static final Path APPLICATION = Path.of("target", "quarkus-app").toAbsolutePath();
    private static final Logger LOG = Logger.getLogger(RunningJar.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FIRST_PORT = 12_000;
    /** Linux: net.ipv4.ip_local_port_range begins at 32768. */
    private static final int LAST_PORT = 32_000;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final int port;
    private final Map<String, String> variables;
    private final Process process;

    private RunningJar(Path folder, int port, Map<String, String> variables, Process process) {
        this.folder = folder;
        this.port = port;
        this.variables = variables;
        this.process = process;
    }

    /** A port nobody listens on just now, below those that the kernel gives to whoever connects somewhere meanwhile. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                LOG.debugf("port %d is in use", port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The program for a test: it lives for seconds only, beside others on few cores, so it is to start quickly. */
    public static ProcessBuilder program(String... arguments) {
        if (!Files.exists(APPLICATION.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException("Package first: this test runs target/quarkus-app/quarkus-run.jar.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@service.options",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "quarkus-run.jar"));
        command.addAll(List.of(arguments));
        // The archive of classes counts only for a jar named as it was when the archive was made.
        return new ProcessBuilder(command).directory(APPLICATION.toFile()).redirectErrorStream(true);
    }

    /** Starts it in a new folder and waits until it is ready. */
    public static RunningJar start(int port, Map<String, String> variables) throws IOException {
        RunningJar running = launch(port, variables);
        try {
            running.awaitReady();
            running.logs(" is listening");
        } catch (RuntimeException e) {
            String log = running.log();
            running.close();
            throw new IllegalStateException("The jar did not get ready:\n" + log, e);
        }
        return running;
    }

    /** Starts it in a new folder and waits for nothing. */
    static RunningJar launch(int port, Map<String, String> variables) throws IOException {
        Path folder = Files.createDirectories(
                Path.of("target", "jars", UUID.randomUUID().toString()).toAbsolutePath());
        SuitePrograms.lend(folder.resolve("data"));
        Map<String, String> all = new HashMap<>(variables);
        all.put("DATA_DIR", folder.resolve("data").toString());
        all.put("HTTP_PORT", Integer.toString(port));
        ProcessBuilder builder = program().redirectOutput(folder.resolve("log").toFile());
        return new RunningJar(folder, port, all, only(all, builder).start());
    }

    /** A command typed beside it, which sees what it sees. */
    ProcessBuilder beside(String command) {
        return only(variables, program(command));
    }

    /** Nothing of the machine's but what every process needs. */
    static ProcessBuilder only(Map<String, String> variables, ProcessBuilder builder) {
        builder.environment().keySet().retainAll(Set.of("PATH", "HOME", "LANG"));
        builder.environment().putAll(variables);
        return builder;
    }

    void awaitReady() {
        answers("/q/health/ready");
    }

    /** Waits until a page of it answers with 200. */
    void answers(String path) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue());
            }
            try {
                return ask(path).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** A page of it, whatever its status. */
    String get(String path) throws IOException, InterruptedException {
        return ask(path).body();
    }

    /** Waits until it ends by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It runs on:\n" + log());
        }
        return process.exitValue();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** All it said so far. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it said this. */
    public void logs(String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> log().contains(text));
    }

    /** Its Postgres by the URL it leaves for its operator. */
    public Connection postgres() throws IOException, SQLException {
        String url = Files.readString(folder.resolve("data").resolve("postgres.url"));
        return Jdbc.connect(DatabaseAddress.parse(url.strip()));
    }

    /** Its Postgres ends as if its machine had. */
    void losesPostgres() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    .orElseThrow()
                    .destroyForcibly();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(url(path)).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
