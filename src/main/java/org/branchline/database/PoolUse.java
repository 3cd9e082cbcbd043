package org.branchline.database;

import jakarta.inject.Singleton;

/** How much of the connections to Postgres is in use. Costs nothing: it is counted anyway. */
@Singleton
public final class PoolUse {

    private final Transactions transactions;
    private final int most;

    PoolUse(Transactions transactions, DatabaseConfig config) {
        this.transactions = transactions;
        this.most = config.connections();
    }

    /** Connections on which a transaction is open. */
    public int inUse() {
        return transactions.open();
    }

    /** Transactions that can begin now without waiting for another to end. */
    public int free() {
        return Math.max(0, most - transactions.open());
    }

    /** Transactions that wait for a connection. */
    public int waiting() {
        return transactions.waiting();
    }
}
