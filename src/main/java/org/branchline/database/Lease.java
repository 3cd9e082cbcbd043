package org.branchline.database;

import java.util.function.LongSupplier;

/**
 * A bot's lease as this process knows it. Its length is counted on this process's monotonic clock from before the renewing
 * statement left, so that a pause of the process or a slow answer only makes it shorter.
 */
public final class Lease {

    /** What must be left when a request is written: Telegram's answer may take longer, its arrival does not. */
    private static final long SAFE_NANOS = 2_000_000_000L;

    private record Term(long fence, long end, boolean contested) {}

    private static final Term NONE = new Term(0, 0, false);

    private final LongSupplier nanos;
    private volatile Term term = NONE;

    Lease(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The fencing token, growing with each new holder; 0 while the lease is not ours. */
    public long fence() {
        Term now = term;
        return now.fence() != 0 && now.end() - nanos.getAsLong() > 0 ? now.fence() : 0;
    }

    /** Whether it is ours for more than another 2 seconds. */
    public boolean safe() {
        Term now = term;
        return now.fence() != 0 && now.end() - nanos.getAsLong() > SAFE_NANOS;
    }

    /** Whether somebody else held it before and did not give it up: that process may live, and send for a moment. */
    public boolean contested() {
        return term.contested();
    }

    /** @param contested whether this renewal took it from somebody else */
    void held(long fence, long end, boolean contested) {
        Term before = term;
        term = new Term(fence, end, contested || (before.fence() == fence && before.contested()));
    }

    void lost() {
        term = NONE;
    }
}
