package org.branchline.intake;

import io.smallrye.mutiny.Uni;

/** Takes what a member writes that is neither a command nor the answer to an open question. */
public interface Listening {

    /**
     * A reply to one of the chat's messages.
     *
     * @return whether it is taken; otherwise it is read like any other text
     */
    Uni<Boolean> replied(Exchange exchange, What.Text text);

    /**
     * A text after something else was said behind the open question.
     *
     * @return whether it is taken; otherwise it is the answer
     */
    Uni<Boolean> between(Exchange exchange, What.Text text);

    /**
     * A text with no question open.
     *
     * @return whether it is taken; otherwise the member is told that nobody reads it
     */
    Uni<Boolean> unasked(Exchange exchange, What.Text text);
}
