package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import java.util.function.LongFunction;

/** Work over many rows in small transactions, from one key to the next, so that it neither waits long nor holds much. */
final class Steps {

    /** Rows in one step: whoever wants to stop it waits for no more than that. */
    static final int SIZE = 2_000;

    /** Told by a step that nothing is left. */
    static final long END = -1;

    private Steps() {}

    /**
     * Does one step after the other.
     *
     * @param step takes the key it goes on behind and yields the last it did, {@link #END} where none was left
     */
    static Uni<Void> all(LongFunction<Uni<Long>> step) {
        return from(0, step);
    }

    private static Uni<Void> from(long key, LongFunction<Uni<Long>> step) {
        return step.apply(key).flatMap(last -> last == END ? Uni.createFrom().voidItem() : from(last, step));
    }
}
