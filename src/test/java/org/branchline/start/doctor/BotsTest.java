package org.branchline.start.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.database.Settings;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.branchline.telegram.TelegramConfig;
import org.junit.jupiter.api.Test;

/** Bots asked for at a Bot API that answers. */
class BotsTest {

    private static final InstantSource MACHINE = InstantSource.system();
    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";

    @Test
    void a_bot_is_named_and_its_webhook_is_held_against_what_is_wanted() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            // Given
            Map<String, String> values = new HashMap<>(Map.of(
                    "TELEGRAM_API_URL",
                    sandbox.url(),
                    TOKEN,
                    Sandbox.DEFAULT_TOKEN,
                    "PUBLIC_URL",
                    "http://me.example"));
            List<String> polling = found(values, one());
            call(sandbox, "setWebhook?url=http://me.example/telegram/7700000001");

            // When
            List<String> inTheWay = found(values, one());
            values.put("TELEGRAM_UPDATES", "webhook");
            List<String> ours = found(values, one());
            values.put("PUBLIC_URL", "http://moved.example");
            List<String> elsewhere = found(values, one());

            // Then
            assertThat(polling.get(0)).matches("ok   token          TELEGRAM_BOT_TOKEN is that of @\\w+");
            assertThat(polling.get(1)).startsWith("ok   polling");
            assertThat(inTheWay.get(1)).startsWith("FAIL polling        Telegram delivers to a webhook at me.example");
            assertThat(ours.get(1)).startsWith("ok   webhook        http://me.example/telegram/7700000001; 0 updates");
            assertThat(elsewhere.get(1)).startsWith("FAIL webhook        Telegram delivers to another address");
            assertThat(call(sandbox, "getWebhookInfo")).contains("http://me.example/telegram/7700000001");
        }
    }

    @Test
    void a_token_that_is_missing_malformed_refused_or_used_twice_fails_with_its_variable() {
        // Given
        Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().onlyFor(Set.of("7:known")));
        try (sandbox) {
            Map<String, String> values = Map.of(
                    "TELEGRAM_API_URL",
                    sandbox.url(),
                    "A",
                    "7:known",
                    "B",
                    "7:known",
                    "C",
                    "no token",
                    "E",
                    "8:unknown");
            Map<String, String> tokens = new LinkedHashMap<>();
            List.of("A", "B", "C", "D", "E").forEach(name -> tokens.put(name, "org-" + name));

            // When
            List<String> lines = found(values, tokens).stream()
                    .filter(line -> line.contains(" token "))
                    .toList();

            // Then
            assertThat(lines.get(0)).startsWith("ok   token          A is that of @");
            assertThat(lines.get(1))
                    .startsWith("FAIL token          The bot of B already belongs to another organisation");
            assertThat(lines.get(2))
                    .startsWith("FAIL token          C is not a bot token")
                    .doesNotContain("no token");
            assertThat(lines.get(3)).startsWith("FAIL token          D is not set, so org-D has no bot");
            assertThat(lines.get(4))
                    .startsWith("FAIL token          E: Telegram does not know the token of bot 8 (401");
            assertThat(lines).hasSize(5).noneMatch(line -> line.contains("unknown)") || line.contains(":known"));
        }
    }

    @Test
    void a_page_of_somebody_else_is_told_from_nobody_and_its_time_is_read() throws IOException {
        // Given
        HttpServer somebody = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        somebody.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] page = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
            boolean asked = !exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, asked ? page.length : -1);
            if (asked) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        somebody.start();
        Map<String, String> values = Map.of(
                "TELEGRAM_API_URL", "http://127.0.0.1:" + somebody.getAddress().getPort(), TOKEN, "7:secret");

        // When
        List<String> page = found(values, one());
        Optional<Duration> late = ahead(values, () -> MACHINE.instant().plusSeconds(90));
        somebody.stop(0);
        List<String> nobody = found(values, one());

        // Then
        assertThat(page)
                .singleElement()
                .asString()
                .contains("does not answer as a Bot API does (HTTP 200 with 18 bytes");
        assertThat(nobody)
                .singleElement()
                .asString()
                .contains("cannot be reached")
                .doesNotContain("secret");
        assertThat(late)
                .hasValueSatisfying(by -> assertThat(by).isBetween(Duration.ofSeconds(85), Duration.ofSeconds(95)));
        assertThat(ahead(values, MACHINE)).isEmpty();
    }

    private static Map<String, String> one() {
        return Map.of(TOKEN, "organisation");
    }

    private static List<String> found(Map<String, String> values, Map<String, String> tokens) {
        Settings settings = Settings.of(values);
        try (Telephone telephone = new Telephone(TelegramConfig.of(settings::text), MACHINE)) {
            return new Bots(settings, telephone, true)
                    .findings(tokens).stream().map(Finding::toString).toList();
        }
    }

    private static Optional<Duration> ahead(Map<String, String> values, InstantSource machine) {
        try (Telephone telephone = new Telephone(TelegramConfig.of(Settings.of(values)::text), machine)) {
            return telephone.ahead();
        }
    }

    private static String call(Sandbox sandbox, String method) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(sandbox.url() + "/bot" + Sandbox.DEFAULT_TOKEN + "/" + method))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
