package org.branchline.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Stands in front of several replicas as an ingress does: each request goes to the next of them that is ready and listens. */
final class Balancer implements AutoCloseable {

    private static final int NONE_LISTENS = 502;
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    /**
     * A request handed to a replica that listened.
     *
     * @param sent monotonic nanoseconds
     * @param status 0 when the connection broke off without an answer
     */
    record Passed(int port, long sent, int status) {}

    private final List<Integer> ports;
    private final IntPredicate ready;
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(64);

    /**
     * @param port where it listens
     * @param ports of the replicas
     */
    Balancer(int port, List<Integer> ports) {
        this(port, ports, any -> true);
    }

    /**
     * @param ready whether the replica at a port is to be given requests
     */
    Balancer(int port, List<Integer> ports, IntPredicate ready) {
        this.ports = List.copyOf(ports);
        this.ready = ready;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = NONE_LISTENS;
        byte[] answer = new byte[0];
        int first = next.getAndIncrement();
        for (int tried = 0; tried < ports.size() && status == NONE_LISTENS; tried++) {
            int port = ports.get(Math.floorMod(first + tried, ports.size()));
            if (!ready.test(port)) {
                continue;
            }
            long sent = System.nanoTime();
            try {
                HttpResponse<byte[]> response = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + exchange.getRequestURI()))
                                .header("Content-Type", "application/json")
                                .header(SECRET, exchange.getRequestHeaders().getFirst(SECRET))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                status = response.statusCode();
                answer = response.body();
                passed.add(new Passed(port, sent, status));
            } catch (ConnectException nobodyThere) {
                // The next one.
            } catch (IOException brokenOff) {
                // It may have been taken: whoever sent it sends it again.
                passed.add(new Passed(port, sent, 0));
                break;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** All that a replica was handed so far. */
    List<Passed> passed() {
        return passed;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
