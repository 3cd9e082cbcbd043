package org.branchline.start.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a service runs on this machine and what it says of itself.
 *
 * @param here whether one answers
 */
record Running(boolean here, Finding finding) {

    private static final String ABOUT = "service";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Asks at the service's port. */
    static Running at(String port) {
        URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(ready).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            return answered(port, answer.body());
        } catch (ConnectException nobody) {
            return new Running(false, Finding.ok(ABOUT, "none runs here: port " + port + " is free"));
        } catch (IOException e) {
            return new Running(
                    false,
                    Finding.fail(
                            ABOUT,
                            "port " + port + " takes connections and does not answer: if that is the"
                                    + " service, restart it, else set HTTP_PORT to a port that is free."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Running(false, Finding.fail(ABOUT, "was not asked to the end: the doctor was interrupted."));
        }
    }

    /** Reads what the port said. */
    static Running answered(String port, String body) {
        JsonNode health;
        try {
            health = new ObjectMapper().readTree(body);
        } catch (IOException e) {
            health = new ObjectMapper().missingNode();
        }
        return switch (health.path("status").asText()) {
            case "UP" -> new Running(true, Finding.ok(ABOUT, "runs at port " + port + " and is ready"));
            case "DOWN" ->
                new Running(
                        true,
                        Finding.fail(
                                ABOUT,
                                "runs at port " + port + " and is not ready: "
                                        + String.join(", ", unready(health.path("checks"))) + ". Its log says why."));
            default -> new Running(false, Finding.fail(ABOUT, taken(port)));
        };
    }

    /** Why the service does not start at this port. */
    static String taken(String port) {
        return "Port " + port + " is in use by another program: stop that, or set HTTP_PORT to a port that is free.";
    }

    private static List<String> unready(JsonNode checks) {
        List<String> unready = new ArrayList<>();
        for (JsonNode check : checks) {
            if (!"UP".equals(check.path("status").asText())) {
                List<String> data = new ArrayList<>();
                check.path("data")
                        .properties()
                        .forEach(one ->
                                data.add(one.getKey() + " " + one.getValue().asText()));
                unready.add(check.path("name").asText() + (data.isEmpty() ? "" : " (" + String.join(", ", data) + ")"));
            }
        }
        return unready;
    }
}
