package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it stands in a chat.
 *
 * @param at when it was sent, in whole seconds
 */
record Seen(int id, boolean bot, String text, List<String> labels, Instant at) {

    static Seen of(JsonNode message) {
        List<String> labels = new ArrayList<>();
        for (JsonNode row : message.path("keyboard")) {
            row.forEach(button -> labels.add(button.path("text").asText()));
        }
        return new Seen(
                message.path("message_id").asInt(),
                message.path("from").asText().equals("bot"),
                message.path("text").asText(),
                List.copyOf(labels),
                Instant.ofEpochSecond(message.path("date").asLong()));
    }

    long ticks() {
        return labels.stream().filter(label -> label.startsWith("☑")).count();
    }

    boolean has(String label) {
        return labels.contains(label);
    }
}
