package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction. A statement is sent when it is subscribed to, without waiting for the ones before it; statements
 * subscribed together travel together. After the first failure the server refuses all that follow.
 */
public final class Tx {

    private final Wire wire;
    private final List<Runnable> afterCommit = new ArrayList<>(2);

    private @Nullable Throwable failure;
    private @Nullable Future<?> end;
    private int owed;
    private volatile boolean waiting;
    private volatile long heardAt = System.nanoTime();

    Tx(Wire wire) {
        this.wire = wire;
    }

    /** A statement with {@code $1}, {@code $2} … prepared once per connection; arrays are passed as Java arrays. */
    public Uni<RowSet<Row>> query(String sql, @Nullable Object... args) {
        return Uni.createFrom().emitter(emitter -> send(sql, args, emitter));
    }

    /**
     * The last statements of this transaction, each a query of it, and the commit in one flight; empty commits what was
     * sent before. Completes when all is committed, fails with the first cause when nothing was. No statement may
     * follow. What is done with a row of the last statements must not fail: the commit is already on its way.
     */
    public Uni<Void> commitWith(List<? extends Uni<?>> last) {
        return Uni.createFrom()
                .emitter(emitter -> wire.together(() -> {
                    for (Uni<?> statement : last) {
                        statement.subscribe().with(ignored -> {}, this::note);
                    }
                    commit().onComplete(done -> pass(done, emitter));
                }));
    }

    /** Done once the transaction is committed, in the order given; must neither block nor fail. */
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    void begin(String organisation) {
        // An own simple query: the driver's begin() would wait for its answer before sending the first statement.
        hear(wire.client()
                .query("BEGIN; SET LOCAL branchline.organisation = '" + organisation + "'")
                .execute());
    }

    /** Commits unless that is done. */
    Future<?> commit() {
        if (end != null) {
            return end;
        }
        // The server answers COMMIT with a mere ROLLBACK when a statement failed: their answers came before this one.
        Future<?> commit = hear(wire.client().query("COMMIT").execute())
                .compose(done -> failure == null ? Future.succeededFuture() : Future.failedFuture(failure))
                .onSuccess(done -> afterCommit.forEach(Runnable::run));
        end = commit;
        return commit;
    }

    /** Undoes it, unless the commit is on its way already. */
    Future<?> rollback() {
        if (end == null) {
            end = wire.client().query("ROLLBACK").execute().onFailure(broken -> wire.cut());
        }
        return end;
    }

    /** Nanoseconds since the server owes an answer, 0 when it owes none. */
    long silence(long now) {
        return waiting ? now - heardAt : 0;
    }

    /** Whether no answer can come any more. */
    boolean deserted() {
        return wire.closed();
    }

    /** Whether there was a connection to cut. */
    boolean cut() {
        return wire.cut();
    }

    private void send(String sql, @Nullable Object[] args, UniEmitter<? super RowSet<Row>> emitter) {
        if (end != null) {
            emitter.fail(new IllegalStateException("the transaction has ended"));
            return;
        }
        SqlClient client = wire.client();
        Future<RowSet<Row>> answer = args.length == 0
                ? client.preparedQuery(sql).execute()
                : client.preparedQuery(sql).execute(Tuple.from(args));
        hear(answer).onComplete(done -> pass(done, emitter));
    }

    private <T> Future<T> hear(Future<T> answer) {
        if (!waiting) {
            heardAt = System.nanoTime();
            waiting = true;
        }
        owed++;
        return answer.onComplete(done -> {
            owed--;
            waiting = owed > 0;
            heardAt = System.nanoTime();
            if (done.failed()) {
                note(done.cause());
            }
        });
    }

    private void note(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    @SuppressWarnings("unchecked") // a Uni<Void> completes with null, whatever the end of the transaction carries
    private static <T> void pass(AsyncResult<?> done, UniEmitter<? super T> emitter) {
        if (done.succeeded()) {
            emitter.complete((T) done.result());
        } else {
            emitter.fail(done.cause());
        }
    }
}
