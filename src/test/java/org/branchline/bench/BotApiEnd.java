package org.branchline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the service's Bot API requests arrive: answers as little as it takes, so that both cores are left to the service
 * and Postgres. Can be far away, and can permit so many new messages a second as Telegram does.
 */
final class BotApiEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECOND = 1_000_000_000L;

    /** Takes what a chat is shown. */
    interface Viewer {
        void shown(String method, long chat, Screen screen);
    }

    private final Vertx vertx;
    private final NetServer server;
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private Viewer viewer = (method, chat, screen) -> {};
    Tally tally = new Tally();
    /** How long each answer takes, in milliseconds: so long at least, and up to so much longer. */
    volatile int away;

    volatile int wavering;
    /** New messages a second; 0: any number. */
    volatile int permitted;

    BotApiEnd(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true));
        server.connectHandler(socket -> socket.handler(new Framing((head, body) -> request(socket, head, body))));
        Await.now(server.listen(0, "127.0.0.1"));
    }

    void show(Viewer to) {
        viewer = to;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void request(NetSocket socket, String head, Buffer body) {
        int space = head.indexOf(' ', 5);
        String method = head.substring(head.lastIndexOf('/', space) + 1, space);
        switch (method) {
            case "sendMessage", "editMessageText", "editMessageReplyMarkup" -> shown(socket, method, body);
            case "getMe" ->
                answer(
                        socket,
                        "{\"id\":7700000001,\"is_bot\":true,\"first_name\":\"Branchline\",\"username\":\"bench_bot\"}");
            case "getMyCommands" -> answer(socket, "[]");
            default -> answer(socket, "true");
        }
    }

    private void shown(NetSocket socket, String method, Buffer body) {
        JsonNode request = read(body);
        tally.requests++;
        boolean fresh = method.equals("sendMessage");
        if (fresh && !permits(System.nanoTime())) {
            tally.tooMany++;
            write(
                    socket,
                    "429 Too Many Requests",
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
                            + "\"parameters\":{\"retry_after\":1}}");
            return;
        }
        long chat = request.path("chat_id").asLong();
        long message = fresh ? Numbers.next() : request.path("message_id").asLong();
        if (fresh) {
            tally.message(System.nanoTime());
        }
        answer(
                socket,
                "{\"message_id\":" + message
                        + ",\"from\":{\"id\":7700000001,\"is_bot\":true,\"first_name\":\"Branchline\"},"
                        + "\"chat\":{\"id\":" + chat
                        + ",\"first_name\":\"Ann\",\"type\":\"private\"},\"date\":1795305433}");
        viewer.shown(method, chat, Screen.of(message, request));
    }

    private boolean permits(long now) {
        if (permitted == 0) {
            return true;
        }
        while (!lastSecond.isEmpty() && lastSecond.peek() <= now - SECOND) {
            lastSecond.poll();
        }
        if (lastSecond.size() >= permitted) {
            return false;
        }
        return lastSecond.add(now);
    }

    private static JsonNode read(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(NetSocket socket, String result) {
        String json = "{\"ok\":true,\"result\":" + result + "}";
        if (away == 0) {
            write(socket, "200 OK", json);
        } else {
            vertx.setTimer(
                    away + ThreadLocalRandom.current().nextInt(wavering + 1), fired -> write(socket, "200 OK", json));
        }
    }

    private static void write(NetSocket socket, String status, String json) {
        socket.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json);
    }
}
