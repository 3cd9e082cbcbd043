package org.branchline.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What one outcome means for the row of its message.
 *
 * @param message the platform's number, where there is one
 * @param reason why it failed or is in doubt; null where it went well
 * @param unreachable whether the chat is to be left alone until its next {@code /start}
 * @param movedTo the number the chat has from now on, where it changed
 * @param file the platform's name of the picture or document that arrived with it
 */
public record Verdict(
        State state,
        @Nullable Long message,
        @Nullable String reason,
        boolean unreachable,
        @Nullable Long movedTo,
        @Nullable String file) {

    /** The states a row can be in once its request was made. */
    public enum State {
        SENT,
        FAILED,
        UNCERTAIN,
        QUEUED,
        /** Not let into the queue until a person decides. */
        HELD;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Verdict sent(@Nullable Long message, @Nullable String file) {
        return new Verdict(State.SENT, message, null, false, null, file);
    }

    static Verdict failed(String reason, boolean unreachable) {
        return new Verdict(State.FAILED, null, reason, unreachable, null, null);
    }

    static Verdict moved(long chat) {
        return new Verdict(State.FAILED, null, "MOVED", false, chat, null);
    }

    static Verdict uncertain(String reason) {
        return new Verdict(State.UNCERTAIN, null, reason, false, null, null);
    }

    static Verdict again(String reason) {
        return new Verdict(State.QUEUED, null, reason, false, null, null);
    }

    static Verdict held(String reason) {
        return new Verdict(State.HELD, null, reason, false, null, null);
    }
}
