package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.branchline.roster.Bot;

/** The outbox rows of a bot, as its sender needs them. */
interface Rows {

    /**
     * Claims the oldest rows that may go, at most one a chat, and commits them as {@code sending}.
     *
     * @param fence of the lease under which they are claimed
     * @param most how many at most
     */
    Uni<List<Parcel>> claim(Bot bot, long fence, int most);

    /** Marks rows whose requests are through. */
    Uni<Void> mark(Bot bot, List<Mark> marks);

    /**
     * Decides about rows that a predecessor, or a commit whose end was not seen, left as {@code sending}: repeatable ones
     * are queued again, others become uncertain.
     *
     * @param known the rows this sender has in its hands
     * @return how many rows were decided
     */
    Uni<Integer> recover(Bot bot, long fence, Collection<Long> known);

    /** Keeps the end of a bot's forced pause for whoever sends next. */
    Uni<Void> pause(Bot bot, long millis);

    /** The rest of a forced pause, in milliseconds, 0 for none. */
    Uni<Long> paused(Bot bot);
}
