package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.chat.Json;

/** What a method answers. */
public sealed interface Outcome {

    int status();

    /** The answer's JSON as Telegram writes it. */
    ObjectNode body();

    /** A result, and empty or a sentence beside it. */
    record Done(JsonNode result, String description) implements Outcome {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public ObjectNode body() {
            ObjectNode body = Json.object().put("ok", true);
            body.set("result", result);
            return description.isEmpty() ? body : body.put("description", description);
        }
    }

    /** A refusal; retryAfter in seconds, 0 when there is nothing to wait for. */
    record Refused(int status, String description, int retryAfter) implements Outcome {

        @Override
        public ObjectNode body() {
            ObjectNode body =
                    Json.object().put("ok", false).put("error_code", status).put("description", description);
            if (retryAfter > 0) {
                body.putObject("parameters").put("retry_after", retryAfter);
            }
            return body;
        }
    }

    static Outcome done(JsonNode result) {
        return new Done(result, "");
    }

    static Outcome yes() {
        return done(BooleanNode.TRUE);
    }

    static Outcome yes(String description) {
        return new Done(BooleanNode.TRUE, description);
    }

    static Refused badRequest(String why) {
        return new Refused(400, "Bad Request: " + why, 0);
    }

    static Refused forbidden(String why) {
        return new Refused(403, "Forbidden: " + why, 0);
    }

    static Refused conflict(String description) {
        return new Refused(409, description, 0);
    }

    static Refused tooMany(int retryAfter) {
        return new Refused(429, "Too Many Requests: retry after " + retryAfter, retryAfter);
    }
}
