package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The service's API as a coordinator's machine calls it. */
final class BroadcastApi {

    static final String KEY = "drill-key";
    /** What the broadcast of a drill says. */
    static final String TEXT = "The phone bank needs you tonight";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    BroadcastApi(String url) {
        this.url = url;
    }

    /** Begins a broadcast to everybody; gives back its number. */
    long begin(String key, int holdSeconds) {
        return call(HttpRequest.newBuilder(URI.create(url + "/broadcasts"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"audience\": {}, \"text\": {\"en\": \"" + TEXT
                                + ", {name}\"}, \"kind\": \"service\", \"hold_seconds\": " + holdSeconds + "}")))
                .path("id")
                .asLong();
    }

    /** How far it is. */
    JsonNode look(long id) {
        return call(HttpRequest.newBuilder(URI.create(url + "/broadcasts/" + id)));
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Bearer " + KEY).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("the API answered " + response.statusCode() + ": " + response.body());
            }
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
