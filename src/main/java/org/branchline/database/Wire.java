package org.branchline.database;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlClientInternal;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import org.jspecify.annotations.Nullable;

/** A pinned connection: statements in one write where they belong together, and an end when the server falls silent. */
final class Wire {

    private final SqlConnectionInternal connection;
    private SqlClient client;

    Wire(SqlConnection connection) {
        this.connection = (SqlConnectionInternal) connection;
        this.client = connection;
    }

    SqlClient client() {
        return client;
    }

    /** What is sent meanwhile leaves in one write: a system call less per statement. */
    void together(Runnable sends) {
        if (client != connection) {
            sends.run();
            return;
        }
        ((SqlClientInternal) connection).group(group -> {
            client = group;
            try {
                sends.run();
            } finally {
                client = connection;
            }
        });
    }

    /**
     * Closes the socket itself; the pool then forgets the connection.
     *
     * @return false when it was closed already
     */
    boolean cut() {
        if (!(innermost() instanceof SocketConnectionBase socket)) {
            return false;
        }
        // From the first handler on: a close that passes the driver's codec waits for the server to agree.
        @Nullable
        ChannelHandlerContext first =
                socket.socket().channelHandlerContext().pipeline().firstContext();
        if (first == null) {
            return false;
        }
        ChannelFuture unused = first.close();
        return true;
    }

    /** Whether the socket is closed: the driver does not always tell those who wait for an answer of it. */
    boolean closed() {
        return innermost() instanceof SocketConnectionBase socket
                && !socket.socket().channelHandlerContext().channel().isActive();
    }

    private Connection innermost() {
        Connection inner = connection.unwrap();
        while (inner != inner.unwrap()) {
            inner = inner.unwrap();
        }
        return inner;
    }

    /** Back to the pool. */
    void release() {
        connection.close();
    }
}
