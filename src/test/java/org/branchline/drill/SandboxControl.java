package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The controls of a sandbox, over HTTP. */
final class SandboxControl {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http;
    private final String url;

    SandboxControl(String url, Executor executor) {
        this.url = url;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(executor)
                .build();
    }

    static ObjectNode json() {
        return MAPPER.createObjectNode();
    }

    JsonNode get(String path) {
        return getLater(path).join();
    }

    JsonNode post(String path, ObjectNode body) {
        return postLater(path, body).join();
    }

    CompletableFuture<JsonNode> getLater(String path) {
        return send(to(path).build());
    }

    CompletableFuture<JsonNode> postLater(String path, ObjectNode body) {
        return send(to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/sandbox/" + path));
    }

    private CompletableFuture<JsonNode> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
