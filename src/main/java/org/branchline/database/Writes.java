package org.branchline.database;

import org.jspecify.annotations.Nullable;

/** Takes statements that leave together with a transaction's commit, in order. */
public interface Writes {

    /**
     * Adds a statement.
     *
     * @param sql with {@code $1} … as places of the arguments; always the same text, since it stays prepared
     * @param arguments as {@link Tx#query} takes them
     */
    void write(String sql, @Nullable Object... arguments);

    /** Done once all is committed, in the order given; must neither block nor fail. */
    void afterCommit(Runnable step);
}
