package org.branchline.drill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks each of several processes again and again whether it is ready, as a balancer does. */
final class Readiness implements AutoCloseable {

    /** Who has not answered by then is not ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration EVERY = Duration.ofMillis(250);

    /** A process that stops is known not to be ready after this time. */
    static final Duration KNOWN_AFTER = PATIENCE.plus(EVERY);

    private record Look(long at, boolean ready) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Integer, List<Look>> looks = new ConcurrentHashMap<>();

    Readiness(List<Integer> ports) {
        ports.forEach(port -> {
            looks.put(port, new CopyOnWriteArrayList<>());
            ask(port);
        });
    }

    private void ask(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
            looks.get(port).add(new Look(System.nanoTime(), failure == null && response.statusCode() == 200));
            if (!clock.isShutdown()) {
                clock.schedule(() -> ask(port), EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** What it said last. */
    boolean ready(int port) {
        List<Look> all = looks.get(port);
        return !all.isEmpty() && all.get(all.size() - 1).ready();
    }

    /** Seconds from a moment until it was first seen ready, or not ready; infinite where it was not. */
    double seen(int port, boolean ready, long since) {
        return looks.get(port).stream()
                .filter(look -> look.at() > since && look.ready() == ready)
                .mapToDouble(look -> (look.at() - since) / 1e9)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
