package org.branchline.telegram.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.Bots;
import org.branchline.telegram.FaultyServer;
import org.branchline.telegram.TelegramConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartAddressesTest {

    private static final String ME =
            "{\"ok\":true,\"result\":{\"id\":123456,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"branch_bot\"}}";
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
            // When
            String address = address(addresses(URI.create(sandbox.url() + "/")));

            // Then
            assertThat(address).isEqualTo(sandbox.url() + "/?start=j_abc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 {\"ok\":false,\"error_code\":404}", "200 <html>Welcome</html>", "200 [1]", "200 "})
    void anOwnBotApiServerLeadsToTelegram(String clock) {
        // Given
        StartAddresses addresses = addresses(botApiServer(clock));

        // When
        String address = address(addresses);

        // Then
        assertThat(address).isEqualTo("https://t.me/branch_bot?start=j_abc");
    }

    @Test
    void whatAnswersIsAskedOnce() {
        // Given
        StartAddresses addresses = addresses(botApiServer("404 {}"));
        address(addresses);

        // When
        address(addresses);

        // Then
        assertThat(asked).containsExactly("GET /sandbox/clock", "POST /bot123456:CANARY/getMe");
    }

    @Test
    void aServerThatIsAwayIsAskedAgain() {
        // Given
        URI away;
        try (FaultyServer server = FaultyServer.that(vertx, FaultyServer.Manner.CUT)) {
            away = server.address();
        }
        StartAddresses addresses = addresses(away);
        assertThatThrownBy(() -> address(addresses)).isNotNull();

        // When
        listen(away.getPort(), "404 {}");

        // Then
        assertThat(address(addresses)).isEqualTo("https://t.me/branch_bot?start=j_abc");
    }

    private static String address(StartAddresses addresses) {
        return addresses.of(BOT, "j_abc").await().atMost(Duration.ofSeconds(10));
    }

    private StartAddresses addresses(URI api) {
        TelegramConfig config = TelegramConfig.of(name ->
                Optional.ofNullable(Map.of("TELEGRAM_API_URL", api.toString()).get(name)));
        Bots bots = new Bots(name -> Optional.empty());
        bots.add(BotToken.of("123456:CANARY").orElseThrow());
        return new StartAddresses(bots, new BotApi(vertx, config.api()), config);
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
                    if (request.path().endsWith("/getMe")) {
                        request.response().end(ME);
                    } else {
                        request.response()
                                .setStatusCode(Integer.parseInt(clock.substring(0, 3)))
                                .end(clock.substring(4));
                    }
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
