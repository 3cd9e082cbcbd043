package org.branchline.delivery;

import io.vertx.core.Vertx;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Lets what waits in the lines leave, each at its time. For one event loop. */
final class Pump implements Lines.Next.Cases<Boolean> {

    private final Lines lines;
    private final Silence silence;
    private final Vertx vertx;
    private final LongSupplier nanos;
    private final Consumer<Parcel> send;
    private long timer = -1;

    Pump(Lines lines, Silence silence, Vertx vertx, LongSupplier nanos, Consumer<Parcel> send) {
        this.lines = lines;
        this.silence = silence;
        this.vertx = vertx;
        this.nanos = nanos;
        this.send = send;
    }

    /** Sends what may leave now, and comes back by itself for the rest. */
    void run() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        boolean more = true;
        while (more && !silence.lasts()) {
            more = lines.next(nanos.getAsLong()).of(this);
        }
    }

    @Override
    public Boolean go(Parcel parcel) {
        send.accept(parcel);
        return true;
    }

    @Override
    public Boolean await(long wait) {
        timer = vertx.setTimer(Math.max(1, wait / 1_000_000), fired -> {
            timer = -1;
            run();
        });
        return false;
    }

    @Override
    public Boolean idle() {
        return false;
    }
}
