package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.jspecify.annotations.Nullable;

/** Asks in a transaction; {@link Tx#query} is one. */
@FunctionalInterface
public interface Reads {

    /**
     * Asks once subscribed.
     *
     * @param sql with {@code $1} … as places of the arguments; always the same text, since it stays prepared
     */
    Uni<RowSet<Row>> read(String sql, @Nullable Object... arguments);
}
