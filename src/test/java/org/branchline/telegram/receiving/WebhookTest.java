package org.branchline.telegram.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.branchline.intake.door.Door;
import org.branchline.intake.door.DoorWitness;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.ButtonTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final String TEXT =
            "{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"chat\":{\"id\":9,\"type\":\"private\"}}}";
    private static final String PRESS =
            "{\"update_id\":5,\"callback_query\":{\"id\":\"77\",\"from\":{\"id\":9,\"is_bot\":false,\"first_name\":\"A\"},"
                    + "\"chat_instance\":\"1\",\"data\":\"x\",\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":9,\"type\":\"private\"}}}}";

    private final Vertx vertx = Vertx.vertx();
    private final Webhook webhook = new Webhook(DoorWitness.NONE);
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private volatile Door door = arrival -> Uni.createFrom().item(new Receipt("✓ Thursday"));
    private HttpServer server;

    @BeforeEach
    void listen() {
        open(123456, "right");
        open(654321, "theirs");
        server = Listening.to(webhook, vertx);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anUpdateIsAnsweredWhenItIsTaken() throws Exception {
        // When
        HttpResponse<String> response = post(TEXT, "right");
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(arrivals).singleElement().satisfies(arrival -> assertThat(arrival.update())
                .isEqualTo(5));
    }

    @Test
    void theAnswerToAPressRidesOnTheReply() throws Exception {
        // When
        HttpResponse<String> response = post(PRESS, "right");
        // Then
        assertThat(new JsonObject(response.body()))
                .isEqualTo(new JsonObject()
                        .put("method", "answerCallbackQuery")
                        .put("callback_query_id", "77")
                        .put("text", "✓ Thursday"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "righ", "rightt", "theirs", ""})
    void aWrongSecretIsForbidden(String secret) throws Exception {
        // When
        HttpResponse<String> response = post(TEXT, secret);
        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(arrivals).isEmpty();
    }

    @Test
    void aMissingARepeatedAndAnUnknownBotsSecretAreForbidden() throws Exception {
        assertThat(post(TEXT).statusCode()).isEqualTo(403);
        assertThat(post(TEXT, "right", "right").statusCode()).isEqualTo(403);
        assertThat(send(7, TEXT, "right").statusCode()).isEqualTo(403);
        assertThat(arrivals).isEmpty();
    }

    @Test
    void withoutTheSecretTheAnswerComesBeforeTheBody() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            // Given
            OutputStream out = socket.getOutputStream();
            // When
            out.write("POST /telegram/123456 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // Then
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void whatIsNotTakenIsToComeAgain() throws Exception {
        // Given
        door = arrival -> Uni.createFrom().failure(new IllegalStateException("away"));
        // When
        HttpResponse<String> response = post(TEXT, "right");
        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[", "<html>", "{\"update_id\":5,\"message\":{\"message_id\":\"x\"}}"})
    void nonsenseIsPassedOver(String body) throws Exception {
        // When
        HttpResponse<String> response = post(body, "right");
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(arrivals).isEmpty();
    }

    @Test
    void twoMegabytesArePassedOver() throws Exception {
        // When
        HttpResponse<String> response = post("{\"update_id\":5,\"x\":\"" + "a".repeat(2 << 20) + "\"}", "right");
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(arrivals).isEmpty();
    }

    @Test
    void theWriterOfABodyThatIsTooLongIsHeardToTheEndAndThenAnswered() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            // Given
            String half = "x".repeat(1 << 20);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /telegram/123456 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + Webhook.SECRET_HEADER
                            + ": right\r\nContent-Length: " + 2 * half.length() + "\r\n\r\n" + half)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // When
            int answeredAtHalf = socket.getInputStream().available();
            out.write(half.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // Then
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            assertThat(answeredAtHalf).isZero();
            assertThat(arrivals).isEmpty();
        }
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            // Given
            OutputStream out = socket.getOutputStream();
            // When
            out.write(("POST /telegram/123456 HTTP/1.1\r\nHost: x\r\n" + Webhook.SECRET_HEADER
                            + ": right\r\nContent-Length: " + (Webhook.FARTHEST_READ + 1) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // Then
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void whatWasLetInIsAnsweredBeforeItHasClosed() throws Exception {
        // Given
        CompletableFuture<Receipt> turn = new CompletableFuture<>();
        CountDownLatch letIn = new CountDownLatch(1);
        door = arrival -> {
            letIn.countDown();
            return Uni.createFrom().completionStage(turn);
        };
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(this::statusOfText);
        assertThat(letIn.await(10, TimeUnit.SECONDS)).isTrue();
        // When
        CompletableFuture<Void> closed = webhook.close().subscribeAsCompletionStage();
        // Then
        assertThat(closed).isNotDone();
        turn.complete(new Receipt(""));
        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(200);
    }

    @Test
    void whileClosingEverythingIsToComeAgain() throws Exception {
        // Given
        webhook.close();
        // When
        HttpResponse<String> response = post(TEXT, "right");
        // Then
        assertThat(response.statusCode()).isEqualTo(503);
    }

    private int statusOfText() {
        try {
            return post(TEXT, "right").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(long id, String secret) {
        Bot bot = new Bot(new OrganisationId(1), id);
        ButtonTokens buttons = new ButtonTokens(BotToken.of(id + ":abc").orElseThrow());
        webhook.open(new Hook(
                new Entry(
                        bot,
                        new UpdateReader(bot, buttons, "b"),
                        arrival -> {
                            arrivals.add(arrival);
                            return door.take(arrival);
                        },
                        DoorWitness.NONE),
                secret));
    }

    private HttpResponse<String> post(String body, String... secrets) throws Exception {
        return send(123456, body, secrets);
    }

    private HttpResponse<String> send(long bot, String body, String... secrets) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + "/telegram/" + bot))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (String secret : secrets) {
            request.header(Webhook.SECRET_HEADER, secret);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
