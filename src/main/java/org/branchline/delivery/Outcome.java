package org.branchline.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one request to the platform. */
public sealed interface Outcome {

    /**
     * What this means for the message's row.
     *
     * @param doubt what the row says about messages that may or may not have arrived
     */
    Verdict verdict(Doubt doubt);

    /** For how long the whole bot is silent after this; empty where it is about this message only. */
    default Optional<Pause> pause() {
        return Optional.empty();
    }

    /** What shows a bug of ours, without a word of the message; empty for all that may happen to a right request. */
    default Optional<String> bug() {
        return Optional.empty();
    }

    /**
     * Why a bot is silent.
     *
     * @param time 1 second to 1 hour
     * @param alarm whether a person must do something
     */
    record Pause(Duration time, boolean alarm, String why) {}

    /**
     * It arrived.
     *
     * @param message the platform's number of the message
     * @param file the platform's name of the picture or document in it, null for none
     */
    record Sent(long message, @Nullable String file) implements Outcome {
        public Sent(long message) {
            this(message, null);
        }

        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.sent(message, file);
        }
    }

    /** The message already looks like this. */
    record Unchanged() implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.sent(null, null);
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

        @Override
        public Optional<Pause> pause() {
            return Optional.of(new Pause(time, false, "the platform asked for it"));
        }
    }

    /** It will never arrive. */
    record Refused(Reason reason, String description) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.failed(reason.name(), reason.unreachable());
        }

        @Override
        public Optional<String> bug() {
            return reason == Reason.MALFORMED ? Optional.of(description) : Optional.empty();
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
            /** The platform does not take the picture or document, or has it no longer. */
            FILE,
            /** The request itself is wrong: a bug of ours. */
            MALFORMED;

            /** Whether the chat is to be left alone until the next {@code /start}. */
            public boolean unreachable() {
                return this == BLOCKED || this == DEACTIVATED || this == CHAT_NOT_FOUND;
            }
        }
    }

    /** What it was to be paid with is used up: whoever pays decides. */
    record Unpaid(String description) implements Outcome {

        /** As the row says it. */
        public static final String REASON = "NO_STARS";

        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.held(REASON);
        }
    }

    /** The chat has another number from now on. */
    record Moved(long chat) implements Outcome {
        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.moved(chat);
        }
    }

    /** The platform does not know the bot's token any more. */
    record BotGone(String description) implements Outcome {
        private static final Duration LOOK_AGAIN = Duration.ofHours(1);

        @Override
        public Verdict verdict(Doubt doubt) {
            return Verdict.again("BOT_GONE");
        }

        @Override
        public Optional<Pause> pause() {
            return Optional.of(new Pause(
                    LOOK_AGAIN,
                    true,
                    "the platform does not know it any more (" + description + "): give it a new token and restart"));
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
