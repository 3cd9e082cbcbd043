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

    /** Answers a press, so that its button stops spinning. Not repeated: a late answer is worth nothing. */
    void acknowledge(Bot bot, String press, String text);
}
