package org.branchline.database;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements gathered to leave with a transaction's commit, for whoever has no turn. */
public final class LaterWrites implements Writes {

    private final Tx tx;
    private final List<Uni<?>> gathered = new ArrayList<>();

    public LaterWrites(Tx tx) {
        this.tx = tx;
    }

    @Override
    public void write(String sql, @Nullable Object... arguments) {
        gathered.add(tx.query(sql, arguments));
    }

    @Override
    public void afterCommit(Runnable step) {
        tx.afterCommit(step);
    }

    /** Carries all of them out; nothing more may be asked of the transaction. */
    public Uni<Void> commit() {
        return tx.commitWith(gathered);
    }
}
