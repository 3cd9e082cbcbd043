package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Words between the processes on one database, heard on a connection of its own. One that is said while a process does not
 * listen, as after an outage, is lost to it: whoever relies on words looks by itself as well.
 */
@Singleton
public final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);

    /** How often the connection is asked whether it is still there, or made anew. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final String SAY = "select pg_notify($1, $2)";

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final Transactions transactions;
    private final Map<String, Consumer<String>> ears = new ConcurrentHashMap<>();
    private final long timer;
    private @Nullable SqlConnection connection;
    private boolean waiting;
    private long askedAt;

    Notices(Vertx vertx, Pool pool, Transactions transactions) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.pool = pool;
        this.transactions = transactions;
        this.timer = vertx.setPeriodic(LOOK.toMillis(), tick -> onContext(this::look));
    }

    /**
     * Hears from now on what any process says on a channel, this one too.
     *
     * @param channel a plain SQL name
     * @param ear must neither block nor fail
     */
    public void hear(String channel, Consumer<String> ear) {
        ears.put(channel, ear);
        onContext(this::look);
    }

    /** Says a word of at most 8,000 bytes to all who hear this channel, in a transaction of its own. */
    public Uni<Void> say(String channel, String word) {
        return transactions.acrossOrganisations(tx -> tx.commitWith(List.of(tx.query(SAY, channel, word))));
    }

    // To listen again changes nothing and shows whether the connection is alive.
    private void look() {
        if (waiting) {
            if (connection != null && System.nanoTime() - askedAt > SILENCE.toNanos()) {
                drop();
            }
            return;
        }
        if (ears.isEmpty()) {
            return;
        }
        waiting = true;
        askedAt = System.nanoTime();
        Future<?> listening = (connection == null ? connect() : Future.succeededFuture(connection))
                .compose(open -> open.query(listen()).execute());
        listening.onComplete(done -> onContext(() -> {
            waiting = false;
            if (done.failed()) {
                LOG.debugf("not listening: %s", done.cause().getClass().getName());
                drop();
            }
        }));
    }

    private String listen() {
        StringBuilder sql = new StringBuilder();
        ears.keySet().forEach(channel -> sql.append("LISTEN ").append(channel).append(';'));
        return sql.toString();
    }

    private Future<SqlConnection> connect() {
        return pool.getConnection().onSuccess(open -> {
            PgConnection.cast(open).notificationHandler(notice -> {
                Consumer<String> ear = ears.get(notice.getChannel());
                if (ear != null) {
                    ear.accept(notice.getPayload());
                }
            });
            open.exceptionHandler(broken ->
                    LOG.debugf("listening broke off: %s", broken.getClass().getName()));
            open.closeHandler(closed -> onContext(() -> forget(open)));
            onContext(() -> connection = open);
        });
    }

    private void forget(SqlConnection closed) {
        if (connection == closed) {
            connection = null;
        }
    }

    /** Never back to the pool, where it would go on listening. */
    private void drop() {
        if (connection != null) {
            new Wire(connection).cut();
            connection = null;
        }
    }

    private void onContext(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
        onContext(this::drop);
    }
}
