package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * One request to the controls.
 *
 * @param path its parts after {@code /sandbox/}
 * @param body empty for a GET
 */
public record Ask(boolean post, List<String> path, Map<String, String> query, ObjectNode body) {

    public Ask {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    long number(String name, long otherwise) {
        String text = query.get(name);
        if (text == null) {
            return body.path(name).asLong(otherwise);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Told.badRequest(name + " must be a whole number");
        }
    }

    String text(String name) {
        return body.path(name).asText("");
    }
}
