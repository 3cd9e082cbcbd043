package org.branchline.telegram.sending;

import static org.branchline.delivery.Outcome.Refused.Reason.BLOCKED;
import static org.branchline.delivery.Outcome.Refused.Reason.CHAT_NOT_FOUND;
import static org.branchline.delivery.Outcome.Refused.Reason.DEACTIVATED;
import static org.branchline.delivery.Outcome.Refused.Reason.FILE;
import static org.branchline.delivery.Outcome.Refused.Reason.MALFORMED;
import static org.branchline.delivery.Outcome.Refused.Reason.MESSAGE_GONE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import org.branchline.delivery.Outcome;
import org.branchline.delivery.Outcome.Refused.Reason;
import org.branchline.telegram.Reply;
import org.jspecify.annotations.Nullable;

/** What a reply of the Bot API means for a send. The wordings are those of Telegram's published Bot API server. */
final class Outcomes {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_WAIT_SECONDS = 3_600;

    private static final String[] FILE_WORDINGS = {
        "wrong file identifier",
        "wrong remote file i",
        "wrong file_id",
        "file reference",
        "can't use file of type",
        "type of file mismatch",
        "file must be non-empty",
        "file is too big",
        "failed to upload",
        "photo_invalid_dimensions",
        "photo_ext_invalid",
        "photo_save_file_invalid",
        "image_process_failed",
        "document_invalid"
    };

    private Outcomes() {}

    /**
     * @param message the message that was edited, 0 for a new one
     */
    static Outcome of(Reply reply, long message) {
        if (reply instanceof Reply.Done done) {
            return new Outcome.Sent(done.result().path("message_id").asLong(message), file(done.result()));
        }
        if (reply instanceof Reply.Denied denied) {
            return denied(denied);
        }
        return reply instanceof Reply.NotSent
                ? new Outcome.TryAgain(reply.summary())
                : new Outcome.Doubtful(reply.summary());
    }

    /** The platform's name of the picture, the largest of its sizes, or of the document. */
    private static @Nullable String file(JsonNode message) {
        JsonNode sizes = message.path("photo");
        JsonNode file = sizes.isArray() ? sizes.path(sizes.size() - 1) : message.path("document");
        return file.path("file_id").textValue();
    }

    private static Outcome denied(Reply.Denied denied) {
        String said = denied.description().toLowerCase(Locale.ROOT);
        if (denied.movedTo() != null) {
            return new Outcome.Moved(denied.movedTo());
        }
        if (denied.code() == TOO_MANY_REQUESTS) {
            int seconds = denied.retryAfter() == null ? 1 : denied.retryAfter();
            return new Outcome.Wait(Duration.ofSeconds(Math.max(1, Math.min(seconds, LONGEST_WAIT_SECONDS))));
        }
        if (denied.code() >= SERVER_ERROR || denied.code() == CONFLICT) {
            return new Outcome.TryAgain(denied.summary());
        }
        if (denied.code() == UNAUTHORIZED || (denied.code() == NOT_FOUND && !said.contains("method"))) {
            return new Outcome.BotGone(denied.summary());
        }
        if (said.contains("message is not modified")) {
            return new Outcome.Unchanged();
        }
        if (mentions(said, "balance_too_low", "not enough stars", "not enough telegram stars", "stars balance")) {
            return new Outcome.Unpaid(denied.summary());
        }
        return new Outcome.Refused(reason(denied.code(), said), denied.summary());
    }

    private static Reason reason(int code, String said) {
        if (said.contains("deactivated")) {
            return DEACTIVATED;
        }
        if (mentions(said, "chat not found", "can't initiate conversation", "user not found", "peer_id_invalid")) {
            return CHAT_NOT_FOUND;
        }
        if (code == FORBIDDEN || mentions(said, "chat_write_forbidden", "not enough rights", "have no rights")) {
            return BLOCKED;
        }
        if (mentions(said, "message to edit not found", "can't be edited", "message_id_invalid", "query is too old")) {
            return MESSAGE_GONE;
        }
        if (code == TOO_LARGE || mentions(said, FILE_WORDINGS)) {
            return FILE;
        }
        return MALFORMED;
    }

    private static boolean mentions(String said, String... wordings) {
        for (String wording : wordings) {
            if (said.contains(wording)) {
                return true;
            }
        }
        return false;
    }
}
