package org.branchline.telegram;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each request with the same bytes, or does worse. Speaks HTTP by hand, so that it can lie. */
public final class FaultyServer implements AutoCloseable {

    /** What it does to a connection on which a request arrived. */
    public enum Manner {
        ANSWER,
        CUT,
        SILENT
    }

    private final NetServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private FaultyServer(Vertx vertx, Manner manner, Buffer answer) {
        this.server = vertx.createNetServer(
                new NetServerOptions().setHost("127.0.0.1").setPort(0));
        server.connectHandler(socket -> socket.handler(bytes -> {
            requests.add(bytes.toString());
            switch (manner) {
                case ANSWER -> socket.write(answer).onComplete(done -> socket.close());
                case CUT -> socket.close();
                case SILENT -> socket.pause();
            }
        }));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    public static FaultyServer that(Vertx vertx, Manner manner) {
        return new FaultyServer(vertx, manner, Buffer.buffer());
    }

    /** Answers with a status and a body. */
    public static FaultyServer answering(Vertx vertx, int status, String body) {
        return cutting(vertx, status, body, 0);
    }

    /** Announces a whole body and leaves out the last bytes of it. */
    public static FaultyServer cutting(Vertx vertx, int status, String body, int missing) {
        Buffer whole = Buffer.buffer(body);
        Buffer answer = Buffer.buffer("HTTP/1.1 " + status + " X\r\nContent-Length: " + whole.length() + "\r\n\r\n")
                .appendBuffer(whole.slice(0, whole.length() - missing));
        return new FaultyServer(vertx, Manner.ANSWER, answer);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
