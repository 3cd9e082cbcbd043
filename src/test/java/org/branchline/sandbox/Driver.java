package org.branchline.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Drives a sandbox over HTTP as a bot and as a drill would. */
final class Driver {

    static final long BOT = 4242;
    static final String TOKEN = BOT + ":secret";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Driver(Sandbox sandbox) {
        url = sandbox.url();
        bot("getMe", "{}");
    }

    record Answer(int status, JsonNode json) {

        long id() {
            return json.path("id").asLong();
        }

        JsonNode result() {
            return json.path("result");
        }

        String description() {
            return json.path("description").asText();
        }
    }

    Answer bot(String method, String json) {
        return post("/bot" + TOKEN + "/" + method, json);
    }

    CompletableFuture<Answer> botLater(String method, String json) {
        return later("/bot" + TOKEN + "/" + method, json);
    }

    CompletableFuture<Answer> controlLater(String path, String json) {
        return later("/sandbox/" + path, json);
    }

    private CompletableFuture<Answer> later(String path, String json) {
        return http.sendAsync(request(path, json), HttpResponse.BodyHandlers.ofString())
                .thenApply(Driver::read);
    }

    Answer control(String path, String json) {
        return post("/sandbox/" + path, json);
    }

    Answer look(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + "/sandbox/" + path)).build());
    }

    CompletableFuture<Answer> lookLater(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/sandbox/" + path)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Driver::read);
    }

    /** A person who has pressed START; that update is confirmed. */
    long startedPerson() {
        long person = control("people", "{\"first_name\":\"Ann\",\"timezone\":\"Asia/Tokyo\"}")
                .id();
        control("chats/" + person + "/messages", "{\"text\":\"/start\"}");
        confirmAll();
        return person;
    }

    void confirmAll() {
        JsonNode updates = bot("getUpdates", "{\"offset\":-1}").result();
        if (!updates.isEmpty()) {
            bot(
                    "getUpdates",
                    "{\"offset\":" + (updates.path(0).path("update_id").asLong() + 1) + "}");
        }
    }

    Answer post(String path, String json) {
        return send(request(path, json));
    }

    Answer send(HttpRequest request) {
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private HttpRequest request(String path, String json) {
        return to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private static Answer read(HttpResponse<String> response) {
        try {
            String body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.startsWith("{")
                            ? MAPPER.readTree(body)
                            : MAPPER.createObjectNode().put("text", body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
