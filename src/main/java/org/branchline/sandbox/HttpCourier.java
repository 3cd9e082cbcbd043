package org.branchline.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.function.Consumer;
import org.branchline.sandbox.updates.Courier;
import org.branchline.sandbox.updates.Delivery;
import org.branchline.sandbox.updates.Update;
import org.branchline.sandbox.updates.Webhook;
import org.jspecify.annotations.Nullable;

/** Posts updates over HTTP with connections kept alive. Telegram: a webhook has 60 s. */
final class HttpCourier implements Courier {

    private static final long TIMEOUT_MILLIS = 60_000;
    private static final CharSequence SECRET = HttpHeaders.createOptimized("X-Telegram-Bot-Api-Secret-Token");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final HttpClient client;

    HttpCourier(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(200)
                .setKeepAlive(true)
                .setTcpNoDelay(true)
                .setConnectTimeout(5000));
    }

    @Override
    public void deliver(Webhook webhook, Update update, Consumer<Delivery> done) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(webhook.url())
                        .setTimeout(TIMEOUT_MILLIS))
                .onFailure(failure -> done.accept(noAnswer(failure)))
                .onSuccess(request -> send(request, webhook, update, done));
    }

    private static void send(HttpClientRequest request, Webhook webhook, Update update, Consumer<Delivery> done) {
        request.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        if (webhook.secretToken() != null) {
            request.putHeader(SECRET, webhook.secretToken());
        }
        request.send(Buffer.buffer(update.body()))
                .compose(response -> response.body().map(body -> delivery(response, body)))
                .onComplete(result -> done.accept(result.succeeded() ? result.result() : noAnswer(result.cause())));
    }

    private static Delivery delivery(HttpClientResponse response, Buffer body) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Delivery.Accepted(status, body.toString());
        }
        String why = "Wrong response from the webhook: " + status + " " + response.statusMessage();
        return new Delivery.Refused(status, why, seconds(response.getHeader(HttpHeaders.RETRY_AFTER)));
    }

    private static int seconds(@Nullable String header) {
        if (header == null || header.isEmpty() || header.length() > 6) {
            return 0;
        }
        return header.chars().allMatch(Character::isDigit) ? Integer.parseInt(header) : 0;
    }

    private static Delivery noAnswer(Throwable failure) {
        return new Delivery.Refused(0, String.valueOf(failure.getMessage()), 0);
    }
}
