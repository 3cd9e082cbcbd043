package org.branchline.telegram.receiving;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each method with the next of the responses laid out for it; the last one stays. An empty one never comes. */
final class TinyTelegram implements AutoCloseable {

    record Call(String method, JsonObject body) {}

    private final HttpServer server;
    private final Map<String, Queue<String>> responses = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    TinyTelegram(Vertx vertx) {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body.toJsonObject())));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    TinyTelegram says(String method, String... answers) {
        responses.put(method, new ConcurrentLinkedQueue<>(List.of(answers)));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    List<JsonObject> asked(String method) {
        return calls.stream()
                .filter(call -> call.method().equals(method))
                .map(Call::body)
                .toList();
    }

    private void answer(HttpServerRequest request, JsonObject body) {
        String method = request.path().substring(request.path().lastIndexOf('/') + 1);
        Queue<String> left = responses.getOrDefault(method, new ConcurrentLinkedQueue<>(List.of("")));
        String response = left.size() > 1 ? left.poll() : left.peek();
        calls.add(new Call(method, body));
        if (!response.isEmpty()) {
            boolean ok = response.contains("\"ok\":true");
            request.response()
                    .setStatusCode(ok ? 200 : new JsonObject(response).getInteger("error_code"))
                    .end(response);
        }
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
