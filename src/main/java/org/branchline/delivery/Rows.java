package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.branchline.roster.Bot;

/** The outbox rows of a bot, as its sender needs them. */
interface Rows {

    /**
     * Claims the oldest rows that may go and commits them as {@code sending}. What is no reply and would go to somebody
     * who said /stop meanwhile fails instead.
     *
     * @param fence of the lease under which they are claimed
     * @param most how many at most
     * @param paid whether those that are paid for, or all others
     */
    Uni<Claimed> claim(Bot bot, long fence, int most, boolean paid);

    /**
     * What a claim found.
     *
     * @param parcels to be sent, in their order
     * @param more whether there may be more to claim
     */
    record Claimed(List<Parcel> parcels, boolean more) {

        public Claimed {
            parcels = List.copyOf(parcels);
        }
    }

    /**
     * Queues again what was committed as {@code sending} and certainly did not leave.
     *
     * @param fence under which it was committed: what somebody else claimed since is left alone
     */
    Uni<Void> unsent(Bot bot, long fence, List<Long> ids);

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

    /** The new messages that may have gone to groups in the last minute, oldest first. */
    Uni<List<Left>> leftForGroups(Bot bot);

    /**
     * A message that left for a group.
     *
     * @param millisAgo how long ago its request was through, or made where that is not known
     */
    record Left(long group, long millisAgo) {}
}
