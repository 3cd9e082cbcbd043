package org.branchline.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What one outcome means for the row of its message.
 *
 * @param message the platform's number, where there is one
 * @param reason why it failed or is in doubt; null where it went well
 * @param unreachable whether the chat is to be left alone until its next {@code /start}
 * @param movedTo the number the chat has from now on, where it changed
 */
public record Verdict(
        State state,
        @Nullable Long message,
        @Nullable String reason,
        boolean unreachable,
        @Nullable Long movedTo) {

    /** The states a row can be in once its request was made. */
    public enum State {
        SENT,
        FAILED,
        UNCERTAIN,
        QUEUED;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Verdict sent(@Nullable Long message) {
        return new Verdict(State.SENT, message, null, false, null);
    }

    static Verdict failed(String reason, boolean unreachable) {
        return new Verdict(State.FAILED, null, reason, unreachable, null);
    }

    static Verdict moved(long chat) {
        return new Verdict(State.FAILED, null, "MOVED", false, chat);
    }

    static Verdict uncertain(String reason) {
        return new Verdict(State.UNCERTAIN, null, reason, false, null);
    }

    static Verdict again(String reason) {
        return new Verdict(State.QUEUED, null, reason, false, null);
    }
}
