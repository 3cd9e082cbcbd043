package org.branchline.telegram.receiving;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.intake.Receipt;
import org.branchline.intake.What;
import org.branchline.intake.door.DoorWitness;
import org.jspecify.annotations.Nullable;

/**
 * Takes Telegram's calls at {@code POST /telegram/<bot>}: 403 without the secret and the body unread, 200 when the update
 * is taken to its end or is none, 503 when Telegram is to come again.
 */
@Singleton
public class Webhook {

    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    /** Telegram's own updates stay far below. */
    static final int LONGEST_BODY = 1 << 20;

    /** What is longer and comes all the same is read off so far, before its writer is cut off. */
    static final int FARTHEST_READ = 8 << 20;

    private final Map<String, Hook> hooks = new ConcurrentHashMap<>();
    private final DoorWitness witness;
    private final Underway underway = new Underway();

    Webhook(DoorWitness witness) {
        this.witness = witness;
    }

    void route(@Observes Router router) {
        router.post("/telegram/:bot").handler(this::handle);
    }

    void open(Hook hook) {
        hooks.put(Long.toString(hook.entry().bot().id()), hook);
    }

    /** From now on Telegram is sent away, to come again; done when every update that was let in is answered. */
    Uni<Void> close() {
        return underway.close();
    }

    private void handle(RoutingContext call) {
        HttpServerRequest request = call.request();
        @Nullable Hook hook = hooks.get(call.pathParam("bot"));
        if (hook == null || !hook.opensFor(request.headers().getAll(SECRET_HEADER))) {
            witness.answered(DoorWitness.Answer.REFUSED);
            turnAway(request, 403);
        } else {
            new BodyReader(request, LONGEST_BODY, FARTHEST_READ)
                    .read(
                            body -> receive(hook.entry(), body, request.response()),
                            () -> {
                                hook.entry().tooLong(LONGEST_BODY);
                                end(request.response());
                            },
                            () -> {
                                hook.entry().tooLong(LONGEST_BODY);
                                turnAway(request, 200);
                            });
        }
    }

    private void receive(Entry entry, Buffer body, HttpServerResponse response) {
        if (!underway.begin()) {
            witness.answered(DoorWitness.Answer.AGAIN);
            end(response.setStatusCode(503).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        } else if (entry.read(body.getBytes()) instanceof Read.Understood understood) {
            entry.take(understood.arrival())
                    .subscribe()
                    .with(
                            receipt -> {
                                answer(response, understood.arrival().what(), receipt);
                                underway.end();
                            },
                            failure -> {
                                end(response.setStatusCode(503));
                                underway.end();
                            });
        } else {
            end(response);
            underway.end();
        }
    }

    private static void answer(HttpServerResponse response, What what, Receipt receipt) {
        if (what instanceof What.Press press && !response.ended()) {
            JsonObject reply =
                    new JsonObject().put("method", "answerCallbackQuery").put("callback_query_id", press.press());
            if (!receipt.toast().isEmpty()) {
                reply.put("text", receipt.toast());
            }
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
            response.end(reply.toBuffer());
        } else {
            end(response);
        }
    }

    private static void end(HttpServerResponse response) {
        if (!response.ended()) {
            response.end();
        }
    }

    /** Answers without having read the body, so the connection cannot serve another request. */
    private static void turnAway(HttpServerRequest request, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end()
                .onComplete(done -> request.connection().close());
    }
}
