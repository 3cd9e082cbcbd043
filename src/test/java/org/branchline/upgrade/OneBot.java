package org.branchline.upgrade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Bot API's end for one bot that was there before: hands out what people write, and notes what is said to them. */
final class OneBot implements AutoCloseable {

    /** Above all that a recorded bot has seen. */
    private static final int UPDATE = 2_000_000_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final long bot;
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final List<JsonObject> said = new CopyOnWriteArrayList<>();

    private OneBot(HttpServer server, long bot) {
        this.server = server;
        this.bot = bot;
    }

    static OneBot start(long bot) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        OneBot one = new OneBot(server, bot);
        server.setExecutor(one.threads);
        server.createContext("/", one::answer);
        server.start();
        return one;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody writes to the bot. */
    void hears(String chat, String text) {
        written.add("""
                {"update_id":%d,"message":{"message_id":%d,"date":1800000000,"text":"%s",
                 "chat":{"id":%s,"type":"private"},"from":{"id":%s,"is_bot":false,"first_name":"Ann"}}}""".formatted(UPDATE, UPDATE, text, chat, chat));
    }

    /** Waits until a message to somebody holds some words; gives the message. */
    String saysTo(String chat, String words) {
        return Awaitility.await("to " + chat + ": " + words)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> said.stream()
                                .filter(message ->
                                        message.getValue("chat_id").toString().equals(chat))
                                .map(message -> message.getString("text", ""))
                                .filter(text -> text.contains(words))
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/getMe")) {
            reply(exchange, "{\"id\":" + bot + ",\"is_bot\":true,\"first_name\":\"B\",\"username\":\"b_bot\"}");
        } else if (path.endsWith("/getUpdates")) {
            reply(exchange, "[" + next() + "]");
        } else if (path.endsWith("/sendMessage")) {
            said.add(new JsonObject(body));
            reply(exchange, "{\"message_id\":" + (UPDATE + said.size()) + ",\"date\":1800000000}");
        } else {
            reply(exchange, "true");
        }
    }

    private String next() {
        try {
            String next = written.poll(1, TimeUnit.SECONDS);
            return next == null ? "" : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static void reply(HttpExchange exchange, String result) throws IOException {
        byte[] bytes = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
