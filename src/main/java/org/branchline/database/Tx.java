package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/** One open transaction on its own connection, bound to one organisation. */
public interface Tx {

    /**
     * Asks once subscribed; statements subscribed together travel together.
     *
     * @param sql always the same text, since it stays prepared
     */
    Uni<RowSet<Row>> query(String sql, Tuple arguments);
}
