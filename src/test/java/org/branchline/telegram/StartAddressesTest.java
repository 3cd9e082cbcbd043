package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartAddressesTest {

    private static final String ADDRESS = "https://t.me/branch_bot?start=j_abc";
    private static final Bot BOT = new Bot(new OrganisationId(1), 123_456);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aSandboxOpensTheChatOnItsOwnPage() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            // Given
            StartAddresses addresses = addresses(URI.create(sandbox.url() + "/"));

            // When
            learn(addresses);

            // Then
            assertThat(addresses.of(BOT, "j_abc")).contains(sandbox.url() + "/?start=j_abc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 {\"ok\":false,\"error_code\":404}", "200 <html>Welcome</html>", "200 [1]", "200 "})
    void anOwnBotApiServerLeadsToTelegram(String clock) {
        // Given
        StartAddresses addresses = addresses(botApiServer(clock));

        // When
        learn(addresses);

        // Then
        assertThat(addresses.of(BOT, "j_abc")).contains(ADDRESS);
    }

    @Test
    void whatTheServerIsIsAskedOnce() {
        // Given
        StartAddresses addresses = addresses(botApiServer("404 {}"));
        learn(addresses);

        // When
        learn(addresses);

        // Then
        assertThat(asked).containsExactly("GET /sandbox/clock");
    }

    @Test
    void aServerThatIsAwayHoldsUpNothingAndIsAskedOn() {
        // Given
        URI away;
        try (FaultyServer server = FaultyServer.that(vertx, FaultyServer.Manner.CUT)) {
            away = server.address();
        }
        StartAddresses addresses = addresses(away);
        learn(addresses);
        assertThat(addresses.of(BOT, "j_abc")).isEmpty();

        // When
        listen(away.getPort(), "404 {}");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> addresses.of(BOT, "j_abc").equals(Optional.of(ADDRESS)));
    }

    @Test
    void aBotThatWasNotOpenedHasNoAddress() {
        // When
        StartAddresses addresses = addresses(botApiServer("404 {}"));

        // Then
        assertThat(addresses.of(BOT, "j_abc")).isEmpty();
    }

    private static void learn(StartAddresses addresses) {
        addresses.learn(BOT, "branch_bot").await().atMost(Duration.ofSeconds(10));
    }

    private StartAddresses addresses(URI api) {
        TelegramConfig config = TelegramConfig.of(name ->
                Optional.ofNullable(Map.of("TELEGRAM_API_URL", api.toString()).get(name)));
        return new StartAddresses(new BotApi(vertx, config.api()), config);
    }

    private URI botApiServer(String clock) {
        return URI.create("http://127.0.0.1:" + listen(0, clock).actualPort());
    }

    /** @param clock status and body of what is no part of the Bot API */
    private HttpServer listen(int port, String clock) {
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(request -> {
                    asked.add(request.method() + " " + request.path());
                    request.response()
                            .setStatusCode(Integer.parseInt(clock.substring(0, 3)))
                            .end(clock.substring(4));
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
