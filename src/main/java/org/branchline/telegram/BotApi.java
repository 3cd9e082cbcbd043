package org.branchline.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * The Bot API over HTTP: one connection pool for all bots, no thread that waits. The token stands in every address, so no
 * exception, trace or log line of the transport leaves this class unscrubbed.
 */
public final class BotApi implements AutoCloseable {

    /** A request that took longer is in doubt. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Telegram's own address. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Vertx vertx;
    private final HttpClient client;
    private final RequestOptions address;
    private final boolean telegram;
    private final String path;
    private final String prefix;
    private final ReplyReader replies = new ReplyReader(MAPPER);

    public BotApi(Vertx vertx, URI base) {
        boolean encrypted = "https".equals(base.getScheme());
        this.vertx = vertx;
        this.address = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(base.getHost())
                .setPort(base.getPort() > 0 ? base.getPort() : encrypted ? 443 : 80)
                .setSsl(encrypted)
                .setFollowRedirects(false);
        this.telegram = base.equals(TELEGRAM);
        this.path = base.getPath().replaceAll("/+$", "");
        this.prefix = path + "/bot";
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(4_000)
                        // Shorter than any server's, so that a request seldom meets a connection being closed.
                        .setKeepAliveTimeout(15)
                        .setTcpNoDelay(true)
                        .setTracingPolicy(TracingPolicy.IGNORE),
                new PoolOptions().setHttp1MaxSize(128));
    }

    /** Makes one request within {@link #PATIENCE}. The answer never fails. */
    public Uni<Reply> call(BotToken token, PartialBotApiMethod<?> method) {
        return call(token, method, PATIENCE);
    }

    /** Makes one request; the answer never fails. */
    public Uni<Reply> call(BotToken token, PartialBotApiMethod<?> method, Duration patience) {
        return post(token, name(method.getClass()), "application/json", json(method), patience, replies::read);
    }

    /** Makes one request whose result is a list, answered with {@link Reply.Items}; the answer never fails. */
    public Uni<Reply> list(BotToken token, PartialBotApiMethod<?> method, Duration patience) {
        return post(token, name(method.getClass()), "application/json", json(method), patience, replies::readList);
    }

    /** Makes one request in a form, which may carry a file; the answer never fails. */
    public Uni<Reply> upload(
            BotToken token, Class<? extends PartialBotApiMethod<?>> method, Multipart form, Duration patience) {
        return post(token, name(method), form.contentType(), form.body(), patience, replies::read);
    }

    /**
     * Whether this is a sandbox, which alone has a clock of its own: an own Bot API server does not know the address, and
     * whatever a proxy says there is no clock. Telegram is not asked.
     *
     * @return fails where nothing answers within {@link #PATIENCE}
     */
    public Uni<Boolean> sandbox() {
        if (telegram) {
            return Uni.createFrom().item(false);
        }
        return control(HttpMethod.GET, "clock", Buffer.buffer(), PATIENCE).map(ControlAnswer::clock);
    }

    /**
     * What the Bot API's machine says the time is, to the second; empty where it does not say so or does not answer within
     * {@link #PATIENCE}. No token stands in the address that is asked.
     */
    public Uni<Optional<Instant>> time() {
        RequestOptions request = new RequestOptions(address)
                .setMethod(HttpMethod.HEAD)
                .setURI(path + "/")
                .setTimeout(PATIENCE.toMillis());
        return Uni.createFrom()
                .completionStage(() -> client.request(request)
                        .compose(HttpClientRequest::send)
                        .map(response -> date(response.getHeader(HttpHeaders.DATE)))
                        .toCompletionStage())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Optional<Instant> date(@Nullable String header) {
        try {
            return Optional.ofNullable(header)
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Says something to the sandbox's controls, which take JSON; fails where nothing answers in time. */
    public Uni<ControlAnswer> control(String what, JsonNode body, Duration patience) {
        return control(HttpMethod.POST, what, Buffer.buffer(body.toString()), patience);
    }

    private Uni<ControlAnswer> control(HttpMethod method, String what, Buffer body, Duration patience) {
        RequestOptions request = new RequestOptions(address)
                .setMethod(method)
                .setURI(path + "/sandbox/" + what)
                .setTimeout(patience.toMillis())
                .putHeader("Content-Type", "application/json");
        return Uni.createFrom()
                .completionStage(() -> client.request(request)
                        .compose(open -> open.send(body))
                        .compose(response -> response.body().map(said -> control(response.statusCode(), said)))
                        .toCompletionStage())
                .ifNoItem()
                .after(patience)
                .fail();
    }

    private static ControlAnswer control(int status, Buffer body) {
        try {
            return new ControlAnswer(status, MAPPER.readTree(body.getBytes()));
        } catch (IOException noJson) {
            return new ControlAnswer(status, MAPPER.missingNode());
        }
    }

    private static Buffer json(PartialBotApiMethod<?> method) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(method));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(method.getMethod() + " cannot be written as JSON", e);
        }
    }

    /** A keyboard as a form field holds it. */
    public static String json(ReplyKeyboard keyboard) {
        try {
            return MAPPER.writeValueAsString(keyboard);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The keyboard cannot be written as JSON", e);
        }
    }

    /** A result as one of Telegram's own types. */
    public static <T> T result(Reply.Done done, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(done.result(), type);
    }

    // The library writes names in lower case, which Telegram takes and other servers of the Bot API may not.
    private static String name(Class<?> method) {
        String type = method.getSimpleName();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private Uni<Reply> post(
            BotToken token,
            String method,
            String contentType,
            Buffer body,
            Duration patience,
            BiFunction<Integer, byte[], Reply> reading) {
        return Uni.createFrom().emitter(emitter -> {
            RequestOptions request = new RequestOptions(address)
                    .setURI(prefix + token.secretText() + "/" + method)
                    .putHeader("Content-Type", contentType);
            Exchange exchange = new Exchange(vertx, token, reading, emitter::complete);
            emitter.onTermination(exchange::abandon);
            exchange.start(client, request, body, patience);
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
