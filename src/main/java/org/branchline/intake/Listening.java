package org.branchline.intake;

import io.smallrye.mutiny.Uni;

/** Takes what a member writes that is neither a command nor the answer to an open question. */
public interface Listening {

    /** Whether it hears only what it asked for, and so before those who hear whatever is said. */
    default boolean asked() {
        return false;
    }

    /** Its turn to hear, the least first. */
    default int turn() {
        return asked() ? 1 : 2;
    }

    /** Somebody sends a command, or presses its button: what was to be heard next may be meant no more. */
    default void elsewhere(Exchange exchange, String command) {}

    /**
     * Somebody wants out of what they are doing.
     *
     * @return whether it was something of this one's, which has ended and said so
     */
    default Uni<Boolean> cancelled(Exchange exchange) {
        return Uni.createFrom().item(false);
    }

    /**
     * A reply to one of the chat's messages.
     *
     * @return whether it is taken; otherwise it is read like any other text
     */
    default Uni<Boolean> replied(Exchange exchange, What.Text text) {
        return Uni.createFrom().item(false);
    }

    /**
     * A text after something else was said behind the open question.
     *
     * @return whether it is taken; otherwise it is the answer
     */
    default Uni<Boolean> between(Exchange exchange, What.Text text) {
        return unasked(exchange, text);
    }

    /**
     * A picture or document that answers no question.
     *
     * @return whether it is taken; otherwise the member is told that nobody looks at it
     */
    default Uni<Boolean> sent(Exchange exchange, What.Sent sent) {
        return Uni.createFrom().item(false);
    }

    /**
     * A text with no question open.
     *
     * @return whether it is taken; otherwise the member is told that nobody reads it
     */
    Uni<Boolean> unasked(Exchange exchange, What.Text text);
}
