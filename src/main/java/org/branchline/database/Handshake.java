package org.branchline.database;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.concurrent.TimeUnit;

/**
 * The time a server has to greet us. The client bounds how long a connection takes to open, and not what follows: where the way
 * to Postgres falls silent in between, the pool would wait for ever, with one place less, and at last with none.
 */
final class Handshake {

    /** Heard nothing for so long, it is given up. Promised is that the pool heals within 10 s. */
    private static final int SILENCE_MILLIS = 4_000;

    private Handshake() {}

    /** Lets a connection on which nothing is heard be closed, until {@link #over}. */
    static void bounded(PgConnectOptions options) {
        options.setReadIdleTimeout(SILENCE_MILLIS).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    /** Hands a connection that is ready to the pool: from now on it may be silent for as long as nobody asks anything. */
    static void over(SqlConnection connection) {
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase open) {
            ChannelPipeline pipeline =
                    open.socket().channelHandlerContext().channel().pipeline();
            pipeline.remove(IdleStateHandler.class);
        }
        connection.close();
    }
}
