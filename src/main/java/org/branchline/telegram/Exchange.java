package org.branchline.telegram;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, within one time limit for both. Until a connection is there nothing has left; from then on
 * a failure leaves doubt. The transport's own time-outs are not used, as their messages carry the address.
 */
final class Exchange {

    private final Vertx vertx;
    private final BotToken token;
    private final BiFunction<Integer, byte[], Reply> reading;
    private final Consumer<Reply> end;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable HttpClientRequest open;
    private volatile long timer;

    Exchange(Vertx vertx, BotToken token, BiFunction<Integer, byte[], Reply> reading, Consumer<Reply> end) {
        this.vertx = vertx;
        this.token = token;
        this.reading = reading;
        this.end = end;
    }

    void start(HttpClient client, RequestOptions options, Buffer body, Duration patience) {
        timer = vertx.setTimer(patience.toMillis(), fired -> giveUp(patience));
        client.request(options).onComplete(connected -> {
            if (connected.failed()) {
                end(new Reply.NotSent(cause(connected.cause())));
            } else {
                write(connected.result(), body);
            }
        });
    }

    private void write(HttpClientRequest request, Buffer body) {
        open = request;
        if (ended.get()) {
            request.reset();
            return;
        }
        request.send(body)
                .compose(response ->
                        response.body().map(content -> clean(reading.apply(response.statusCode(), content.getBytes()))))
                .onComplete(read -> end(read.succeeded() ? read.result() : new Reply.Unclear(cause(read.cause()))));
    }

    /** Nobody waits for the answer any more. */
    void abandon() {
        HttpClientRequest request = open;
        if (ended.compareAndSet(false, true)) {
            vertx.cancelTimer(timer);
            if (request != null) {
                request.reset();
            }
        }
    }

    private void giveUp(Duration patience) {
        HttpClientRequest request = open;
        String cause = "no answer within " + patience.toSeconds() + " s";
        end(request == null ? new Reply.NotSent(cause) : new Reply.Unclear(cause));
        if (request != null) {
            request.reset();
        }
    }

    private void end(Reply reply) {
        if (ended.compareAndSet(false, true)) {
            vertx.cancelTimer(timer);
            end.accept(reply);
        }
    }

    /** A proxy that refuses a request may quote its address. */
    private Reply clean(Reply reply) {
        return reply instanceof Reply.Denied denied
                ? new Reply.Denied(
                        denied.code(), token.scrub(denied.description()), denied.retryAfter(), denied.movedTo())
                : reply;
    }

    private String cause(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return token.scrub(failure.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }
}
