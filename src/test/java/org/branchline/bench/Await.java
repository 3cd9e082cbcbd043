package org.branchline.bench;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Waits on the test's own thread. */
final class Await {

    private Await() {}

    static <T> T now(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
