package org.branchline.delivery;

import java.time.Duration;

/** What came of one request to the platform. */
public sealed interface Outcome {

    /**
     * What this means for the message's row.
     *
     * @param doubt what the row says about messages that may or may not have arrived
     */
    Verdict verdict(Doubt doubt);

    /**
     * It arrived.
     *
     * @param message the platform's number of the message
     */
    record Sent(long message) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.sent(message);
        }
    }

    /** The message already looks like this. */
    record Unchanged() implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.sent(null);
        }
    }

    /**
     * The whole bot waits.
     *
     * @param time 1 second to 1 hour
     */
    record Wait(Duration time) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.again("429");
        }
    }

    /** It will never arrive. */
    record Refused(Reason reason, String description) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.failed(reason.name(), reason.unreachable());
        }

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
    record Moved(long chat) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.failed("MOVED", false);
        }
    }

    /** The platform does not know the bot's token any more. */
    record BotGone(String description) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.again("BOT_GONE");
        }
    }

    /** It certainly did not arrive and may be repeated. */
    record TryAgain(String cause) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.again(cause);
        }
    }

    /** It may have arrived. */
    record Doubtful(String cause) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return doubt == Doubt.RESEND ? Verdict.again(cause) : Verdict.uncertain(cause);
        }
    }
}
