package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The way from the thread that serves a transaction to one that may take its time, and back to the thread of its making. */
public final class Aside {

    private final Executor here;

    /** Made on the thread that serves the transaction. */
    public Aside(Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        this.here = step -> context.runOnContext(nothing -> step.run());
    }

    /** What is read in the transaction is handed on on a worker thread. */
    public Reads reads(Tx tx) {
        return (sql, arguments) -> Uni.createFrom()
                .voidItem()
                .emitOn(here)
                .chain(() -> tx.query(sql, arguments))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** What comes of work elsewhere, or its failure, comes here. */
    public <T> Uni<T> back(Uni<T> work) {
        return work.emitOn(here);
    }
}
