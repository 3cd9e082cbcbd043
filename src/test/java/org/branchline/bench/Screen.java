package org.branchline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one request of the service shows a person: a text and the buttons below it.
 *
 * @param message the number of the message
 * @param buttons what each label carries, in order
 */
record Screen(long message, String text, Map<String, String> buttons) {

    static Screen of(long message, JsonNode request) {
        Map<String, String> buttons = new LinkedHashMap<>();
        for (JsonNode row : request.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                buttons.put(
                        button.path("text").asText(),
                        button.path("callback_data").asText());
            }
        }
        return new Screen(message, request.path("text").asText(), buttons);
    }

    /** A label that begins so, empty where there is none. */
    String label(String beginning) {
        for (String label : buttons.keySet()) {
            if (label.startsWith(beginning)) {
                return label;
            }
        }
        return "";
    }
}
