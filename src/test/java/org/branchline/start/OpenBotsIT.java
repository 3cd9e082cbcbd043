package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever asks whether the service is ready is told no until its webhook is open. */
@Execution(ExecutionMode.CONCURRENT)
class OpenBotsIT {

    private final CountDownLatch answers = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer telegram;

    @BeforeEach
    void listen() throws IOException {
        telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        telegram.setExecutor(threads);
        telegram.createContext("/", this::hesitate);
        telegram.createContext("/bot401:refused/getMe", OpenBotsIT::refuse);
        telegram.start();
    }

    @AfterEach
    void hangUp() {
        answers.countDown();
        telegram.stop(0);
        threads.shutdownNow();
    }

    @Test
    void the_service_is_ready_once_telegram_has_said_who_the_bot_is() throws Exception {
        try (RunningJar service = RunningJar.launch(RunningJar.freePort(), variables("666:slow"))) {
            // Given
            service.answers("/q/health/live");
            String before = service.get("/q/health/ready");

            // When
            answers.countDown();

            // Then
            service.awaitReady();
            assertThat(before).contains("\"bot 666\": \"is not open yet", "\"status\": \"DOWN\"");
            assertThat(service.get("/q/health/ready")).contains("\"bot 666\": \"is open\"");
        }
    }

    @Test
    void a_token_that_telegram_refuses_ends_the_process_rather_than_leaving_it_unready() throws Exception {
        // When
        try (RunningJar service = RunningJar.launch(RunningJar.freePort(), variables("401:refused"))) {
            // Then
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.log()).contains("Telegram does not know the token of bot 401");
        }
    }

    @Test
    void without_postgres_it_says_which_part_is_not_ready_and_still_tells_its_figures() throws Exception {
        answers.countDown();
        try (RunningJar service = RunningJar.start(RunningJar.freePort(), variables("666:slow"))) {
            // When
            service.losesPostgres();

            // Then
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            service.get("/q/health/ready"))
                    .contains("Postgres answers", "cannot be reached", "Start Postgres", "\"bot 666\": \"is open\""));
            assertThat(service.get("/q/health/live")).contains("\"status\": \"UP\"");
            assertThat(service.get("/q/health/started")).contains("labour-international");
            assertThat(service.get("/q/metrics"))
                    .contains(
                            "branchline_ready{part=\"postgres\"} 0.0",
                            "branchline_ready{part=\"bots\"} 1.0",
                            "branchline_outbox_rows{bot=\"666\",priority=\"reply\"} 0.0",
                            "branchline_figures_age_seconds{bot=\"666\"}");
        }
    }

    private Map<String, String> variables(String token) {
        return Map.of(
                "TELEGRAM_API_URL",
                "http://127.0.0.1:" + telegram.getAddress().getPort(),
                "TELEGRAM_BOT_TOKEN",
                token,
                "TELEGRAM_UPDATES",
                "webhook");
    }

    private void hesitate(HttpExchange exchange) throws IOException {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean who = exchange.getRequestURI().getPath().endsWith("/getMe");
        say(
                exchange,
                200,
                who
                        ? "{\"ok\":true,\"result\":{\"id\":666,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"b_bot\"}}"
                        : "{\"ok\":true,\"result\":true}");
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        say(exchange, 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
