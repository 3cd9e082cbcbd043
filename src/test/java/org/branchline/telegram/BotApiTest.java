package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import org.branchline.start.RunningJar;
import org.branchline.telegram.FaultyServer.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.User;

class BotApiTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final BotToken TOKEN = BotToken.of("123456:CANARY").orElseThrow();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aResultIsRead() throws Exception {
        try (FaultyServer server = FaultyServer.answering(
                VERTX,
                200,
                "{\"ok\":true,\"result\":{\"id\":123456,\"is_bot\":true,\"first_name\":\"B\",\"new\":[1]}}")) {
            // When
            Reply reply = call(server.address(), Duration.ofSeconds(10));
            // Then
            assertThat(BotApi.result((Reply.Done) reply, User.class).getId()).isEqualTo(123456);
            assertThat(server.requests().get(0)).startsWith("POST /bot123456:CANARY/getMe HTTP/1.1");
        }
    }

    @Test
    void anErrorIsReadWithItsParameters() {
        try (FaultyServer server = FaultyServer.answering(
                VERTX,
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many\",\"parameters\":{\"retry_after\":7}}")) {
            // When
            Reply reply = call(server.address(), Duration.ofSeconds(10));
            // Then
            assertThat(reply).isEqualTo(new Reply.Denied(429, "Too Many", 7, null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>502 Bad Gateway</html>",
                "",
                "null",
                "[]",
                "{}",
                "{\"ok\":null}",
                "{\"ok\":\"perhaps\"}",
                "{\"result\":true}",
                "{\"ok\":true,\"result\":{\"message_id\":5}",
                "{\"ok\":true} {\"ok\":false}"
            })
    void whatIsNotTheBotApisLeavesDoubt(String body) {
        try (FaultyServer server = FaultyServer.answering(VERTX, 502, body)) {
            // When
            Reply reply = call(server.address(), Duration.ofSeconds(10));
            // Then
            assertThat(reply).isInstanceOf(Reply.Unclear.class);
        }
    }

    @Test
    void aResponseCutOffLeavesDoubt() {
        try (FaultyServer server = FaultyServer.cutting(VERTX, 200, "{\"ok\":true,\"result\":true}", 4)) {
            // When
            Reply reply = call(server.address(), Duration.ofSeconds(10));
            // Then
            assertThat(reply).isInstanceOf(Reply.Unclear.class);
        }
    }

    @Test
    void aConnectionCutAfterTheRequestLeavesDoubt() {
        try (FaultyServer server = FaultyServer.that(VERTX, Manner.CUT)) {
            // When
            Reply reply = call(server.address(), Duration.ofSeconds(10));
            // Then
            assertThat(reply).isInstanceOf(Reply.Unclear.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void silenceLeavesDoubt() {
        try (FaultyServer server = FaultyServer.that(VERTX, Manner.SILENT)) {
            // When
            Reply reply = call(server.address(), Duration.ofMillis(300));
            // Then
            assertThat(reply).isInstanceOf(Reply.Unclear.class);
        }
    }

    @Test
    void aRefusedConnectionMeansNothingLeft() {
        // Given
        URI address = URI.create("http://127.0.0.1:" + RunningJar.freePort());
        // When
        Reply reply = call(address, Duration.ofSeconds(10));
        // Then
        assertThat(reply).isInstanceOf(Reply.NotSent.class);
    }

    @Test
    void aNameThatIsNotFoundMeansNothingLeft() {
        // When
        Reply reply = call(URI.create("http://bot-api.invalid"), Duration.ofSeconds(10));
        // Then
        assertThat(reply).isInstanceOf(Reply.NotSent.class);
    }

    @Test
    void halvesOfCharactersAreMended() {
        try (FaultyServer server = FaultyServer.answering(VERTX, 200, "{\"ok\":true,\"result\":true}");
                BotApi api = new BotApi(VERTX, server.address())) {
            // When
            Reply reply = api.call(TOKEN, new SendMessage("1", WholeText.of("a\uD83Db\u0000\uD83D\uDE00")))
                    .await()
                    .indefinitely();
            // Then
            assertThat(reply).isInstanceOf(Reply.Done.class);
            assertThat(server.requests().get(0)).contains("a\uFFFDb\uFFFD\\uD83D\\uDE00");
        }
    }

    private static Reply call(URI address, Duration patience) {
        try (BotApi api = new BotApi(VERTX, address)) {
            return api.call(TOKEN, new GetMe(), patience).await().indefinitely();
        }
    }
}
