package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.branchline.database.trace.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Promised: a canary token is searched for in logs, metrics, traces and the database after a run with errors at DEBUG; what
 * people are called, write and are known by at Telegram is in none of the first three either.
 */
@Execution(ExecutionMode.CONCURRENT)
class TokenCanaryIT {

    private static final String CANARY = "canary-Zx81qWv0tB5n";
    private static final String PERSON = "Zerafina";
    /** A private chat's number is its person's at Telegram. */
    private static final long CHAT = 7_790_431_860L;

    private static final int SENDS = 6;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void the_token_stands_nowhere_after_a_run_full_of_errors() throws Exception {
        // Given
        HttpServer telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        telegram.setExecutor(Executors.newCachedThreadPool());
        telegram.createContext("/", this::answer);
        telegram.start();
        Collector collector = Collector.open();
        Map<String, String> variables = Map.of(
                "TELEGRAM_API_URL",
                "http://127.0.0.1:" + telegram.getAddress().getPort(),
                "TELEGRAM_BOT_TOKEN",
                "666:" + CANARY,
                "TELEGRAM_UPDATES",
                "polling",
                "LOG_LEVEL",
                "DEBUG",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.address(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "200");
        try (RunningJar service = RunningJar.start(RunningJar.freePort(), variables)) {
            // When
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> sent.get() > SENDS);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> collector.traces().stream()
                    .anyMatch(trace -> trace.containsAll(List.of("update", "queue", "turn", "outbox", "send"))));

            // Then
            assertThat(service.log()).contains("DEBUG").doesNotContain(secrets());
            assertThat(service.get("/q/metrics")).doesNotContain(secrets());
            assertThat(collector.everything()).contains("send").doesNotContain(secrets());
            assertThat(service.get("/q/health")).doesNotContain(CANARY);
            try (Connection connection = service.postgres()) {
                assertThat(Everything.in(connection)).isNotEmpty().noneMatch(text -> text.contains(CANARY));
            }
        } finally {
            telegram.stop(0);
            collector.close();
        }
    }

    private static String[] secrets() {
        return new String[] {CANARY, PERSON, Long.toString(CHAT).substring(0, 9)};
    }

    /** Lets the bot in, hands it a newcomer, and then fails in every way there is. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/getMe")) {
            say(exchange, 200, """
                    {"ok":true,"result":{"id":666,"is_bot":true,"first_name":"B","username":"b_bot"}}""");
        } else if (path.endsWith("/deleteWebhook")) {
            say(exchange, 200, "{\"ok\":true,\"result\":true}");
        } else if (path.endsWith("/getUpdates")) {
            updates(exchange);
        } else {
            send(exchange, path);
        }
    }

    private void updates(HttpExchange exchange) throws IOException {
        switch (asked.getAndIncrement()) {
            case 0 -> say(exchange, 200, newcomers(1, SENDS));
            case 1 -> say(exchange, 502, "<html>" + exchange.getRequestURI() + "</html>");
            case 2 -> exchange.close();
            // By now it sends what it replies from memory.
            case 3 -> say(exchange, 200, newcomers(SENDS + 1, SENDS + 1));
            default -> say(exchange, 500, "{\"ok\":false,\"error_code\":500,\"description\":\"x\"}");
        }
    }

    private void send(HttpExchange exchange, String path) throws IOException {
        switch (sent.getAndIncrement() % SENDS) {
            case 0 -> say(exchange, 502, "<html>" + path + "</html>");
            case 1 -> exchange.close();
            case 2 -> say(exchange, 500, "{\"ok\":false,\"error_code\":500,\"description\":\"" + path + "\"}");
            case 3 ->
                say(exchange, 403, "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: " + path + "\"}");
            case 4 ->
                say(exchange, 400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + path + "\"}");
            default -> say(exchange, 200, "{\"ok\":true,\"result\":\"" + path + "\"}");
        }
    }

    private static String newcomers(int first, int last) {
        List<String> updates = new ArrayList<>();
        for (int person = first; person <= last; person++) {
            updates.add("""
                    {"update_id":%1$d,"message":{"message_id":%1$d,"date":1800000000,"text":"/start %3$s",
                     "chat":{"id":%2$d,"type":"private"},"from":{"id":%2$d,"is_bot":false,"first_name":"%3$s"}}}""".formatted(person, CHAT + person, PERSON));
        }
        return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Every row of every table of the service as text. */
    private static final class Everything {

        static List<String> in(Connection connection) throws SQLException {
            List<String> rows = new ArrayList<>();
            for (String table : column(connection, """
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                      and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
                    """)) {
                rows.addAll(column(connection, "select t::text from " + table + " t"));
            }
            return rows;
        }

        private static List<String> column(Connection connection, String sql) throws SQLException {
            List<String> values = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}
