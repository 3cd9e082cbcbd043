package org.branchline.delivery;

import java.time.Duration;

/** What came of one request to the platform. */
public sealed interface Outcome {

    /**
     * It arrived.
     *
     * @param message the platform's number of the message
     */
    record Sent(long message) implements Outcome {}

    /** The message already looks like this. */
    record Unchanged() implements Outcome {}

    /**
     * The whole bot waits.
     *
     * @param time 1 second to 1 hour
     */
    record Wait(Duration time) implements Outcome {}

    /** It will never arrive. */
    record Refused(Reason reason, String description) implements Outcome {

        /** Why, as far as it matters to us. */
        public enum Reason {
            /** The person blocked the bot. */
            BLOCKED,
            /** The account is gone. */
            DEACTIVATED,
            /** No such chat, or the person never started it. */
            CHAT_NOT_FOUND,
            /** The message to edit is gone or too old. */
            MESSAGE_GONE,
            /** The request itself is wrong: a bug of ours. */
            MALFORMED;

            /** Whether the chat is to be left alone until the next {@code /start}. */
            public boolean unreachable() {
                return this == BLOCKED || this == DEACTIVATED || this == CHAT_NOT_FOUND;
            }
        }
    }

    /** The chat has another number from now on. */
    record Moved(long chat) implements Outcome {}

    /** The platform does not know the bot's token any more. */
    record BotGone(String description) implements Outcome {}

    /** It certainly did not arrive and may be repeated. */
    record TryAgain(String cause) implements Outcome {}

    /** It may have arrived. */
    record Doubtful(String cause) implements Outcome {}
}
