package org.branchline.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;

/**
 * How many turns a second Postgres alone can do: {@code src/bench/turn.sql}, ten clients, prepared, two pipelined flights.
 * Played by pgbench where it is installed, else by the service's own driver; the printed line says which. Both against the
 * server the service uses, which is idle meanwhile.
 */
final class Ceiling {

    private static final Path TURN = Path.of("src/bench/turn.sql");
    private static final Path TABLES = Path.of("src/bench/tables.sql");
    private static final int CLIENTS = 10;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Vertx vertx;
    private final DatabaseAddress server;

    Ceiling(Vertx vertx, DatabaseAddress server) {
        this.vertx = vertx;
        this.server = server;
        try (Connection connection = Jdbc.connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(TABLES));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean pgbenchIsThere() {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, "pgbench"))) {
                return true;
            }
        }
        return false;
    }

    /** Turns a second. */
    double measure(int seconds) {
        return pgbenchIsThere() ? pgbench(seconds) : driver(seconds);
    }

    double pgbench(int seconds) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    "pgbench",
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    Integer.toString(CLIENTS),
                    "-j",
                    "1",
                    "-T",
                    Integer.toString(seconds),
                    "-f",
                    TURN.toString(),
                    "-h",
                    server.host(),
                    "-p",
                    Integer.toString(server.port()),
                    "-U",
                    server.user(),
                    server.database());
            builder.environment().put("PGPASSWORD", server.password());
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.SECONDS);
            Matcher tps = TPS.matcher(said);
            if (!tps.find()) {
                throw new IllegalStateException(said);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    double driver(int seconds) {
        Script script = Script.read(TURN);
        PgConnectOptions options = new PgConnectOptions()
                .setHost(server.host())
                .setPort(server.port())
                .setDatabase(server.database())
                .setUser(server.user())
                .setPassword(server.password())
                .setPipeliningLimit(32)
                .setCachePreparedStatements(true);
        List<PgConnection> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Await.now(PgConnection.connect(vertx, options)));
        }
        long[] done = new long[1];
        long from = System.nanoTime();
        long until = from + TimeUnit.SECONDS.toNanos(seconds);
        Random random = new Random(7);
        List<Future<Void>> ends = clients.stream()
                .map(client -> play(client, script, random, until, done))
                .toList();
        Await.now(Future.all(ends));
        clients.forEach(PgConnection::close);
        return done[0] / ((System.nanoTime() - from) / 1e9);
    }

    private static Future<Void> play(PgConnection client, Script script, Random random, long until, long[] done) {
        Map<String, Integer> values = script.draw(random);
        Future<?> turn = Future.succeededFuture();
        for (List<Script.Statement> flight : script.flights()) {
            turn = turn.compose(before -> {
                List<Future<?>> sent = new ArrayList<>();
                for (Script.Statement statement : flight) {
                    Tuple tuple = Tuple.tuple();
                    statement.variables().forEach(name -> tuple.addValue(value(statement, name, values)));
                    sent.add(
                            tuple.size() == 0
                                    ? client.query(statement.sql()).execute()
                                    : client.preparedQuery(statement.sql()).execute(tuple));
                }
                return Future.all(sent);
            });
        }
        return turn.compose(committed -> {
            done[0]++;
            return System.nanoTime() < until
                    ? play(client, script, random, until, done)
                    : Future.<Void>succeededFuture();
        });
    }

    // The driver takes a bigint for a long only.
    private static Object value(Script.Statement statement, String name, Map<String, Integer> values) {
        return name.equals("chat") ? (Object) values.get(name).longValue() : values.get(name);
    }
}
