package org.branchline.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.branchline.sandbox.Sandbox;

/** Updates as no app of Telegram's would make them, posted to the running service's webhook. */
final class Posted {

    private static final String BOT = Sandbox.DEFAULT_TOKEN.split(":", 2)[0];
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Far above the sandbox's own numbers. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000_000);

    private Posted() {}

    /** Tells the sandbox where the service under test listens, which nobody knew before it did. */
    static void directSandbox() {
        // What the service says by itself comes first, or it would take this back.
        await().atMost(PATIENCE).until(() -> !given().baseUri(SandboxResource.url())
                .post("/bot" + Sandbox.DEFAULT_TOKEN + "/getWebhookInfo")
                .jsonPath()
                .getString("result.url")
                .isEmpty());
        given().baseUri(SandboxResource.url())
                .contentType(ContentType.JSON)
                .body(new JsonObject()
                        .put("url", hook().toString())
                        .put("secret_token", WebhookResource.SECRET)
                        .encode())
                .post("/bot" + Sandbox.DEFAULT_TOKEN + "/setWebhook")
                .then()
                .statusCode(200);
    }

    static int number() {
        return NUMBERS.incrementAndGet();
    }

    /** A message of somebody in their private chat. */
    static JsonObject message(long person, JsonObject content) {
        return new JsonObject().put("update_id", number()).put("message", inChat(person, content));
    }

    static JsonObject text(long person, String text) {
        return message(person, new JsonObject().put("text", text));
    }

    static JsonObject edited(long person, int message, String text) {
        return new JsonObject()
                .put("update_id", number())
                .put(
                        "edited_message",
                        inChat(person, new JsonObject().put("text", text).put("edit_date", 1_800_000_001))
                                .put("message_id", message));
    }

    /** A press on a message of the bot that is still there. */
    static JsonObject press(long person, int message, String data) {
        return new JsonObject()
                .put("update_id", number())
                .put(
                        "callback_query",
                        new JsonObject()
                                .put("id", Integer.toString(number()))
                                .put("from", from(person))
                                .put("chat_instance", "1")
                                .put("message", shown(person, message, 1_800_000_000))
                                .put("data", data));
    }

    /** A message of the bot; Telegram dates one that is gone 0. */
    static JsonObject shown(long person, int message, int date) {
        return new JsonObject().put("message_id", message).put("date", date).put("chat", chat(person));
    }

    static JsonObject from(long person) {
        return new JsonObject()
                .put("id", person)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
    }

    static JsonObject chat(long person) {
        return new JsonObject().put("id", person).put("type", "private").put("first_name", "Ann");
    }

    /** Posts it and waits for the answer. */
    static HttpResponse<String> post(JsonObject update) {
        return post(update.encode());
    }

    static HttpResponse<String> post(String body) {
        return HTTP.sendAsync(request(body), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    /** Posts it without waiting for those before. */
    static CompletableFuture<Integer> send(JsonObject update) {
        return HTTP.sendAsync(request(update.encode()), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private static HttpRequest request(String body) {
        return HttpRequest.newBuilder(hook())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", WebhookResource.SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static JsonObject inChat(long person, JsonObject content) {
        return new JsonObject()
                .put("message_id", number())
                .put("date", 1_800_000_000)
                .put("chat", chat(person))
                .put("from", from(person))
                .mergeIn(content);
    }

    private static URI hook() {
        return URI.create("http://127.0.0.1:" + RestAssured.port + "/telegram/" + BOT);
    }
}
