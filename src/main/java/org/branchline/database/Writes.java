package org.branchline.database;

import io.vertx.sqlclient.Tuple;

/** Takes statements that leave together with a transaction's commit, in order. */
public interface Writes {

    /**
     * Adds a statement.
     *
     * @param sql with {@code $1} … as places of the arguments; always the same text, since it stays prepared
     */
    void write(String sql, Tuple arguments);
}
