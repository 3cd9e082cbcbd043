package org.branchline.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request to the Bot API came back with. */
public sealed interface Reply {

    /** Done. */
    record Done(JsonNode result) implements Reply {}

    /** Done, with a list whose items are left as they came. */
    record Items(List<byte[]> items) implements Reply {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * The Bot API said no, in its own words.
     *
     * @param code as HTTP's
     * @param retryAfter seconds, null where it names none
     * @param movedTo the chat's new number, null where it did not move
     */
    record Denied(
            int code,
            String description,
            @Nullable Integer retryAfter,
            @Nullable Long movedTo) implements Reply {

        private static final int SERVER_ERROR = 500;
        private static final int TOO_MANY_REQUESTS = 429;

        /** Whether the same request may be answered otherwise later. */
        public boolean passes() {
            return code >= SERVER_ERROR || code == TOO_MANY_REQUESTS;
        }
    }

    /** The request did not leave. */
    record NotSent(String cause) implements Reply {}

    /** The request left, and nothing says whether it was carried out. */
    record Unclear(String cause) implements Reply {}

    /** A line for the log. */
    default String summary() {
        if (this instanceof Denied denied) {
            return denied.code() + " " + denied.description();
        }
        if (this instanceof NotSent notSent) {
            return notSent.cause();
        }
        return this instanceof Unclear unclear ? unclear.cause() : "done";
    }
}
