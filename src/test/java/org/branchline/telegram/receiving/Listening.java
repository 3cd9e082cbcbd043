package org.branchline.telegram.receiving;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

/** A server of a test's own, at a free port of this machine. */
final class Listening {

    private Listening() {}

    /** Where updates are posted to this webhook. */
    static HttpServer to(Webhook webhook, Vertx vertx) {
        Router router = Router.router(vertx);
        webhook.route(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
