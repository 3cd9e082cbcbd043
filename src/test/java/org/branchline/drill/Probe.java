package org.branchline.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls a webhook as Telegram would, several times a second, each time for another chat, and notes the answers. */
final class Probe implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;
    private static final long FIRST_CHAT = 9_000_000_000L;
    /** So many chats stay below what intake takes for a flood. */
    private static final int CHATS = 100;

    /**
     * One call.
     *
     * @param update its number
     * @param sent monotonic nanoseconds
     * @param answered monotonic nanoseconds
     * @param status 0 when there was no answer
     */
    record Call(int update, long sent, long answered, int status) {

        double seconds() {
            return (answered - sent) / 1e9;
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final URI webhook;
    private int update;

    Probe(String webhook) {
        this(webhook, 1_500_000_000);
    }

    /**
     * @param update the number before its first update's
     */
    Probe(String webhook, int update) {
        this.webhook = URI.create(webhook);
        this.update = update;
        clock.scheduleAtFixedRate(this::call, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void call() {
        int number = ++update;
        long chat = FIRST_CHAT + number % CHATS;
        ObjectNode json = SandboxControl.json().put("update_id", number);
        ObjectNode message = json.putObject("message")
                .put("message_id", number)
                .put("date", System.currentTimeMillis() / 1_000)
                .put("text", "hello");
        message.putObject("chat").put("id", chat).put("type", "private").put("first_name", "Probe");
        message.putObject("from").put("id", chat).put("is_bot", false).put("first_name", "Probe");
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", Installation.SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(json.toString()))
                .build();
        long sent = System.nanoTime();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((response, failure) -> calls.add(
                        new Call(number, sent, System.nanoTime(), failure == null ? response.statusCode() : 0)));
    }

    /** The slowest answer with this status to a call made within a time, in seconds. */
    double slowest(int status, long from, long to) {
        return calls.stream()
                .filter(call -> call.sent() >= from && call.sent() < to && call.status() == status)
                .mapToDouble(Call::seconds)
                .max()
                .orElse(0);
    }

    /** How many calls made within a time were answered otherwise. */
    long otherThan(int status, long from, long to) {
        return calls.stream()
                .filter(call -> call.sent() >= from && call.answered() < to && call.status() != status)
                .count();
    }

    /** The updates of calls that were answered so, or not so. */
    List<Integer> updates(int status, boolean so) {
        return calls.stream()
                .filter(call -> (call.status() == status) == so)
                .map(Call::update)
                .toList();
    }

    /** Seconds from a moment until the first success, infinite without one. */
    double firstSuccess(long from) {
        return calls.stream()
                .filter(call -> call.answered() >= from && call.status() == 200)
                .mapToDouble(call -> (call.answered() - from) / 1e9)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
