package org.branchline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private final Driver driver = new Driver(sandbox);
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> secrets = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile String reply = "";

    WebhookTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/hook", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")));
            byte[] answer = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        sandbox.close();
        server.stop(0);
    }

    @Test
    void updates_are_posted_with_the_secret_and_polling_is_refused_meanwhile() throws Exception {
        // Given
        long person = driver.startedPerson();
        Driver.Answer set = driver.bot("setWebhook", hook());

        // When
        driver.control("chats/" + person + "/messages", "{\"text\":\"hello\"}");

        // Then
        assertThat(set.description()).isEqualTo("Webhook was set");
        assertThat(bodies.poll(5, TimeUnit.SECONDS)).contains("\"text\":\"hello\"");
        assertThat(secrets.poll(5, TimeUnit.SECONDS)).isEqualTo("s3cret");
        assertThat(driver.bot("getUpdates", "{}").status()).isEqualTo(409);
        assertThat(driver.bot("getWebhookInfo", "{}")
                        .result()
                        .path("max_connections")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void a_method_in_the_webhooks_reply_is_carried_out() throws Exception {
        // Given
        long person = driver.startedPerson();
        driver.bot("setWebhook", hook());
        reply = "{\"method\":\"sendMessage\",\"chat_id\":" + person + ",\"text\":\"From the reply\"}";

        // When
        int said = driver.control("chats/" + person + "/messages", "{\"text\":\"hello\"}")
                .json()
                .path("message_id")
                .asInt();

        // Then
        JsonNode seen = driver.look("chats/" + person + "/messages?wait=5&after=" + said)
                .json()
                .path("messages");
        assertThat(seen.path(0).path("text").asText()).isEqualTo("From the reply");
    }

    private String hook() {
        return "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "/hook\",\"secret_token\":\"s3cret\"}";
    }
}
