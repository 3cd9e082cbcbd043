package org.branchline.sandbox;

import io.vertx.core.Vertx;
import org.branchline.sandbox.updates.Ticker;

/** Real time, timers on the sandbox's thread. */
final class VertxTicker implements Ticker {

    private final Vertx vertx;

    VertxTicker(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public long after(long millis, Runnable task) {
        if (millis <= 0) {
            vertx.runOnContext(nothing -> task.run());
            return -1;
        }
        return vertx.setTimer(millis, id -> task.run());
    }

    @Override
    public void cancel(long handle) {
        vertx.cancelTimer(handle);
    }
}
