package org.branchline.database;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The time a server has to greet us. The client bounds how long a connection takes to open, and not what follows: where the way
 * to Postgres falls silent in between, the pool would wait for ever, with one place less, and at last with none.
 */
final class Handshake {

    /** Promised is that the pool heals within 10 s. */
    private static final int SILENCE_MILLIS = 4_000;

    /** The client's own end of a silent connection comes first: it tells the server, as far as it can be told. */
    private static final int GIVEN_UP_MILLIS = SILENCE_MILLIS + 250;

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final ConnectionFactory server;

    Handshake(Vertx vertx, PgConnectOptions options) {
        this.vertx = vertx;
        this.options = new PgConnectOptions(options);
        this.options.setReadIdleTimeout(SILENCE_MILLIS).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        this.server = PgDriver.INSTANCE.createConnectionFactory(vertx, this.options);
    }

    /** A connection that was greeted; fails where that took too long. */
    Future<SqlConnection> connect(Context context) {
        Promise<SqlConnection> greeted = Promise.promise();
        long patience = vertx.setTimer(
                GIVEN_UP_MILLIS, late -> greeted.tryFail(new TimeoutException("Postgres did not greet us")));
        server.connect(context, options).onComplete(done -> {
            vertx.cancelTimer(patience);
            if (done.failed()) {
                greeted.tryFail(done.cause());
                return;
            }
            mayBeSilent(done.result());
            if (!greeted.tryComplete(done.result())) {
                // Too late: nobody waits for it any more.
                done.result().close();
            }
        });
        return greeted.future();
    }

    /** From now on, for as long as nobody asks anything. */
    private static void mayBeSilent(SqlConnection connection) {
        if (((SqlConnectionInternal) connection).unwrap() instanceof SocketConnectionBase open) {
            ChannelPipeline pipeline = open.socket().channelHandlerContext().pipeline();
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.remove(IdleStateHandler.class);
            }
        }
    }
}
