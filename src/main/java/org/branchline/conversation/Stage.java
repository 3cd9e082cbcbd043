package org.branchline.conversation;

import org.jspecify.annotations.Nullable;

/** Where a run is. Holds ids only, never an answer. */
public sealed interface Stage {

    /**
     * A question is open.
     *
     * @param question its id
     * @param detail null, or the question's own sub-position, for example that own words are awaited
     * @param changing whether the summary sent the person back here, so that it comes next again
     */
    record Asking(String question, @Nullable String detail, boolean changing) implements Stage {}

    /** All is answered; the summary awaits "That's right". Counts as finished. */
    record Summary() implements Stage {}

    /** Confirmed. */
    record Finished() implements Stage {}

    /** The person left. */
    record Left() implements Stage {}

    /** Nothing came for too long. */
    record Expired() implements Stage {}

    /** Whether something can still be said in this run. */
    default boolean open() {
        return this instanceof Asking || this instanceof Summary;
    }
}
