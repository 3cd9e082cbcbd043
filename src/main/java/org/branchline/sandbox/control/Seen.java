package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Message;

/** Messages as a person sees them. */
final class Seen {

    private Seen() {}

    static ObjectNode message(Message message) {
        ObjectNode json = Json.object()
                .put("message_id", message.id())
                .put("from", message.fromBot() ? "bot" : "person")
                .put("sender", message.sender())
                .put("date", message.date())
                .put("edited", message.editDate() > 0)
                .put("text", message.content().text())
                .put("revision", message.revision());
        if (message.replyTo() > 0) {
            json.put("reply_to", message.replyTo());
        }
        json.set("entities", message.content().entities());
        keyboard(message, json);
        ObjectNode media = message.content().media();
        if (media != null) {
            json.set("media", media(media));
        }
        return json;
    }

    static ObjectNode notice(Chat.Notice notice) {
        return Json.object()
                .put("callback_query_id", notice.query())
                .put("text", notice.text())
                .put("alert", notice.alert())
                .put("url", notice.url());
    }

    private static void keyboard(Message message, ObjectNode json) {
        ArrayNode rows = json.putArray("keyboard");
        ObjectNode markup = message.content().markup();
        if (markup == null) {
            return;
        }
        for (JsonNode row : markup.path("inline_keyboard")) {
            ArrayNode seen = rows.addArray();
            for (JsonNode button : row) {
                ObjectNode shown =
                        seen.addObject().put("text", button.path("text").asText());
                if (button.has("callback_data")) {
                    shown.put("data", button.path("callback_data").asText());
                }
                if (button.has("url")) {
                    shown.put("url", button.path("url").asText());
                }
            }
        }
        if (!markup.has("inline_keyboard")) {
            json.set("reply_markup", markup);
        }
    }

    private static ObjectNode media(ObjectNode media) {
        String kind = media.fieldNames().next();
        JsonNode fields = media.path(kind);
        JsonNode file = fields.isArray() ? fields.path(fields.size() - 1) : fields;
        ObjectNode shown = Json.object().put("kind", kind);
        for (String name :
                new String[] {"file_id", "file_name", "mime_type", "file_size", "width", "height", "emoji"}) {
            if (file.has(name)) {
                shown.set(name, file.get(name));
            }
        }
        return shown;
    }
}
