package org.branchline.playbooks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a schema a keyword stands, and what the schema says there. A description beside a {@code $ref} is about the
 * key at hand and wins over the one behind it.
 *
 * @param schema the schema that holds the keyword
 * @param description empty where there is none
 */
record Described(JsonNode schema, String description) {

    /** Walks the way the validator took; its last step is the keyword. */
    static Described along(NodePath way, JsonNode document) {
        JsonNode here = document;
        String description = "";
        for (int i = 0; i < way.getNameCount() - 1; i++) {
            String step = way.getName(i);
            if (step.equals("$ref")) {
                String before = here.path("description").asText("");
                here = document.at(here.path("$ref").asText().substring(1));
                description = before.isEmpty() ? here.path("description").asText(description) : before;
            } else {
                here = here.isArray() ? here.path(Integer.parseInt(step)) : here.path(step);
                description = here.path("description").asText(description);
            }
        }
        return new Described(here, description);
    }

    /** What the schema says of one of its keys. */
    String of(String key) {
        return schema.path("properties").path(key).path("description").asText("");
    }

    /** The keys the schema knows. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
