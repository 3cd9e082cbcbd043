package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.branchline.sandbox.chat.Json;
import org.jspecify.annotations.Nullable;

/**
 * One request of a bot. Values may be JSON or, from a form, text that holds JSON; both read the same.
 *
 * @param method as it was written; its case does not count
 */
public record Call(String method, ObjectNode values, Map<String, Upload> files) {

    /** A file sent with the request. Never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Upload(String name, String type, byte[] bytes) {}

    public Call {
        files = Map.copyOf(files);
    }

    String key() {
        return method.toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return values.hasNonNull(name) || files.containsKey(name);
    }

    /** The text, "" when it is absent. Lone surrogates are no UTF-8. */
    String text(String name) {
        String text = values.path(name).asText("");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw RefusedException.badRequest("strings must be encoded in UTF-8");
            }
        }
        return text;
    }

    long number(String name, long otherwise) {
        JsonNode value = values.path(name);
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        try {
            return value.isTextual() && !value.asText().isBlank()
                    ? Long.parseLong(value.asText().strip())
                    : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean flag(String name) {
        JsonNode value = values.path(name);
        return value.isBoolean()
                ? value.asBoolean()
                : "true".equalsIgnoreCase(value.asText()) || "1".equals(value.asText());
    }

    @Nullable
    ObjectNode object(String name) {
        JsonNode value = json(name);
        if (value == null || value instanceof ObjectNode) {
            return (ObjectNode) value;
        }
        throw RefusedException.badRequest("object expected as " + name.replace('_', ' '));
    }

    @Nullable
    ArrayNode list(String name) {
        return json(name) instanceof ArrayNode array ? array : null;
    }

    private @Nullable JsonNode json(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            return value;
        }
        if (value.asText().isBlank()) {
            return null;
        }
        JsonNode read = Json.read(value.asText());
        if (read == null) {
            throw RefusedException.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
        }
        return read;
    }
}
