package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import org.branchline.conversation.Outgoing;
import org.branchline.roster.Bot;

/** The way out to the messaging platform. */
public interface Gateway {

    /**
     * Makes one request.
     *
     * @return what came of it; fails only on a bug
     */
    Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing);

    /**
     * Makes one request that the organisation pays for, so that it does not count against the platform's limit for free
     * ones. Where nothing can be paid for, it goes as any other.
     *
     * @return as {@link #send}
     */
    default Uni<Outcome> sendPaid(Bot bot, long chat, Outgoing outgoing) {
        return send(bot, chat, outgoing);
    }

    /** Answers a press, so that its button stops spinning. Not repeated: a late answer is worth nothing. */
    void acknowledge(Bot bot, String press, String text);
}
