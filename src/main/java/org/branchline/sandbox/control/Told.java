package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import org.branchline.sandbox.chat.Json;

/** What the controls answer. */
public record Told(int status, JsonNode body) {

    static Told ok(JsonNode body) {
        return new Told(200, body);
    }

    static Told created(JsonNode body) {
        return new Told(201, body);
    }

    static Told error(int status, String why) {
        return new Told(status, Json.object().put("error", why));
    }

    static MistakenException badRequest(String why) {
        return new MistakenException(400, why);
    }

    static MistakenException notFound(String why) {
        return new MistakenException(404, why);
    }
}
