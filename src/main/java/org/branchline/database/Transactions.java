package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Plain SQL of one organisation at a time, each transaction on a connection of its own. */
@Singleton
public final class Transactions {

    /**
     * A server that owes an answer for this long, longer than a statement may take, is taken for frozen: promised is an answer
     * to Telegram within 6 s.
     */
    private static final Duration SILENCE = Duration.ofMillis(4_700);

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Vertx vertx;
    private final Pool pool;
    /** The open transactions, each with what ends it where its connection is gone and no answer will come. */
    private final Map<Tx, Runnable> open = new ConcurrentHashMap<>();

    /** How many have no connection yet. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final long watch;

    Transactions(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
        this.watch = vertx.setPeriodic(LOOK.toMillis(), tick -> cutTheSilent(System.nanoTime()));
    }

    /**
     * Work in one transaction that sees and changes this organisation's rows only. It begins in the flight of the work's
     * first statements; it commits when the work completes, unless the work did ({@link Tx#commitWith}), and leaves
     * nothing when the work fails. A failure of the connection during the commit leaves open whether it happened.
     *
     * @return what the work yields, after the commit
     */
    public <T> Uni<T> inTransaction(OrganisationId organisation, Function<Tx, Uni<T>> work) {
        return run(organisation.toString(), work);
    }

    /** Reads the lists of organisations and bots, before one is chosen; any other table fails. */
    public <T> Uni<T> acrossOrganisations(Function<Tx, Uni<T>> work) {
        return run("*", work);
    }

    private <T> Uni<T> run(String organisation, Function<Tx, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            waiting.incrementAndGet();
            pool.getConnection().onComplete(got -> {
                waiting.decrementAndGet();
                if (got.succeeded()) {
                    on(got.result(), organisation, work, emitter);
                } else {
                    emitter.fail(got.cause());
                }
            });
        });
    }

    /** How many are open now, each on a connection. */
    int open() {
        return open.size();
    }

    /** How many wait for a connection now. */
    int waiting() {
        return waiting.get();
    }

    private <T> void on(
            SqlConnection connection, String organisation, Function<Tx, Uni<T>> work, UniEmitter<? super T> emitter) {
        Wire wire = new Wire(connection);
        Tx tx = new Tx(wire);
        open.put(tx, () -> {
            release(tx, wire);
            emitter.fail(ClosedConnectionException.INSTANCE);
        });
        wire.together(() -> {
            tx.begin(organisation);
            Uni.createFrom()
                    .deferred(() -> work.apply(tx))
                    .subscribe()
                    .with(
                            item -> tx.commit().onComplete(done -> {
                                release(tx, wire);
                                if (done.succeeded()) {
                                    emitter.complete(item);
                                } else {
                                    emitter.fail(done.cause());
                                }
                            }),
                            failure -> tx.rollback().onComplete(done -> {
                                release(tx, wire);
                                emitter.fail(failure);
                            }));
        });
    }

    private void release(Tx tx, Wire wire) {
        if (open.remove(tx) != null) {
            wire.release();
        }
    }

    private void cutTheSilent(long now) {
        open.forEach((tx, end) -> {
            long silence = tx.silence(now);
            if (silence > LOOK.toNanos() && tx.deserted()) {
                end.run();
            } else if (silence > SILENCE.toNanos() && !tx.cut()) {
                end.run();
            }
        });
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(watch);
    }
}
