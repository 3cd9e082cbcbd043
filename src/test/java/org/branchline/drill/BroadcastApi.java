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
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The service's API as a coordinator's machine calls it. */
public final class BroadcastApi {

    public static final String KEY = "drill-key";
    /** What the broadcast of a drill says. */
    static final String TEXT = "The phone bank needs you tonight";

    private static final String IGNORING_NIGHTS = "\"quiet_hours\": \"ignore\", ";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Duration LOOK = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String tenant;

    /**
     * @param url where the API begins
     */
    public BroadcastApi(String url) {
        this(url, "");
    }

    /**
     * @param organisation its key, where the service serves several
     */
    BroadcastApi(String url, String organisation) {
        this.url = url;
        this.tenant = organisation.isEmpty() ? "" : "?organisation=" + organisation;
    }

    /** Begins a broadcast to everybody, not held; gives back its number. */
    long begin() {
        return begin(0);
    }

    /** Begins a broadcast to everybody, held for some seconds; gives back its number. */
    public long begin(int holdSeconds) {
        return begin("\"hold_seconds\": " + holdSeconds);
    }

    /** Begins a broadcast to everybody for an hour of a day where each lives; gives back its number. */
    long beginAt(LocalDate day, String hour) {
        return begin("\"at\": {\"local_hour\": \"" + hour + "\", \"date\": \"" + day + "\"}");
    }

    /** Begins a broadcast to some, not held; gives back its number. */
    long begin(String text, ObjectNode audience) {
        return begin(text, audience.toString(), IGNORING_NIGHTS + "\"hold_seconds\": 0");
    }

    private long begin(String when) {
        return begin("{}", IGNORING_NIGHTS + when);
    }

    /**
     * Begins a broadcast; gives back its number.
     *
     * @param audience criteria
     * @param when fields of the request that say when it goes
     */
    long begin(String audience, String when) {
        return begin(TEXT, audience, when);
    }

    private long begin(String text, String audience, String when) {
        return call(HttpRequest.newBuilder(URI.create(url + "/broadcasts" + tenant))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"audience\": " + audience
                                + ", \"text\": {\"en\": \"" + text + ", {name}\"}, \"kind\": \"service\", " + when
                                + "}")))
                .path("id")
                .asLong();
    }

    /** How many rows can be in flight at any commit, as design.md bounds it. */
    static long inFlight(int rate) {
        return Math.max(8, (long) (rate * 0.15));
    }

    /** Waits until so many of its rows have left. */
    void awaitLeft(long id, long rows, Duration patience) {
        await(rows + " left", id, patience, now -> {
            JsonNode states = now.path("rows");
            return states.path("sent").asLong() + states.path("uncertain").asLong() >= rows;
        });
    }

    /** Waits for its end, and gives back how it ended. */
    public JsonNode awaitOver(long id, Duration patience) {
        return await("the broadcast is over", id, patience, now -> now.path("state")
                .asText()
                .equals("done"));
    }

    /** Waits until it stands as wanted; while the service is not there it is asked again. */
    public JsonNode await(String what, long id, Duration patience, Predicate<JsonNode> wanted) {
        return Awaitility.await(what)
                .atMost(patience)
                .pollInterval(LOOK)
                .ignoreExceptionsMatching(away -> away instanceof UncheckedIOException || away instanceof AwayException)
                .until(() -> look(id), wanted);
    }

    /** The service cannot say it now. */
    private static final class AwayException extends IllegalStateException {

        private static final long serialVersionUID = 1;

        AwayException(String message) {
            super(message);
        }
    }

    /** Calls it back. */
    public void cancel(long id) {
        call(HttpRequest.newBuilder(URI.create(url + "/broadcasts/" + id + "/cancel" + tenant))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** How far it is. */
    public JsonNode look(long id) {
        return call(HttpRequest.newBuilder(URI.create(url + "/broadcasts/" + id + tenant)));
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Bearer " + KEY).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new AwayException("the API answered " + response.statusCode() + ": " + response.body());
            }
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
