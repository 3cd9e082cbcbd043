package org.branchline.delivery;

import org.jspecify.annotations.Nullable;

/** Notes what became of messages, for whoever watches the service. Called for each: it neither waits nor fails. */
public interface SendWitness {

    /** Where nobody watches. */
    SendWitness NONE = (state, reason) -> {};

    /**
     * A row of the outbox is in this state now; a message that is tried again is noted each time.
     *
     * @param reason as the row says it, which may quote the platform; null for none
     */
    void noted(Verdict.State state, @Nullable String reason);
}
