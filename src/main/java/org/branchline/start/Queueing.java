package org.branchline.start;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.branchline.database.Outages;

/** Replicas that start together settle the same rows: whoever finds one taken for too long takes its turn once more. */
final class Queueing {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Shorter than the patience of the start, which then says what was wrong. */
    private static final Duration IN_ALL = Duration.ofSeconds(30);

    private Queueing() {}

    /**
     * One step of the start.
     *
     * @param step a transaction that is safe to begin anew
     * @return what it yields; fails as it does, where that is not a lock of somebody else's
     */
    static <T> Uni<T> step(Supplier<Uni<? extends T>> step) {
        return Uni.createFrom()
                .deferred(step)
                .onFailure(Outages::busy)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .expireIn(IN_ALL.toMillis());
    }
}
