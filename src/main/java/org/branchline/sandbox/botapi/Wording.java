package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.Json;
import org.jspecify.annotations.Nullable;

/** Reads the text and the keyboard a bot sends and refuses what Telegram refuses. */
final class Wording {

    /** Telegram: a message holds 4,096 UTF-16 units after its entities were read. */
    static final int LONGEST_TEXT = 4096;

    /** Telegram: a caption holds 1,024. */
    static final int LONGEST_CAPTION = 1024;

    /** Telegram: callback_data is 1 to 64 bytes. */
    static final int LONGEST_DATA = 64;

    private static final int MOST_BUTTONS = 100;

    private Wording() {}

    static Content text(Call call) {
        HtmlText.Parsed parsed = parsed(call, "text", "entities");
        if (parsed.text().isEmpty()) {
            throw RefusedException.badRequest("message text is empty");
        }
        if (parsed.text().length() > LONGEST_TEXT) {
            throw RefusedException.badRequest("message is too long");
        }
        return new Content(parsed.text(), parsed.entities(), null, markup(call));
    }

    static Content caption(Call call, @Nullable ObjectNode media) {
        HtmlText.Parsed parsed = parsed(call, "caption", "caption_entities");
        if (parsed.text().length() > LONGEST_CAPTION) {
            throw RefusedException.badRequest("message caption is too long");
        }
        return new Content(parsed.text(), parsed.entities(), media, markup(call));
    }

    private static HtmlText.Parsed parsed(Call call, String name, String entitiesName) {
        String source = call.text(name).replace('\0', ' ');
        String mode = call.text("parse_mode");
        if (mode.equalsIgnoreCase("HTML")) {
            HtmlText.Parsed parsed = HtmlText.read(source);
            return stripped(parsed.text(), parsed.entities());
        }
        if (!mode.isEmpty()) {
            throw RefusedException.badRequest("unsupported parse_mode (the sandbox reads HTML only)");
        }
        ArrayNode given = call.list(entitiesName);
        return stripped(source, given == null ? Json.array() : given);
    }

    private static HtmlText.Parsed stripped(String text, ArrayNode entities) {
        String end = text.stripTrailing();
        String both = end.stripLeading();
        int cut = end.length() - both.length();
        if (cut == 0 && end.length() == text.length()) {
            return new HtmlText.Parsed(text, entities);
        }
        ArrayNode kept = Json.array();
        for (JsonNode entity : entities) {
            int begin = Math.max(0, entity.path("offset").asInt() - cut);
            int finish = Math.min(
                    both.length(),
                    entity.path("offset").asInt() - cut + entity.path("length").asInt());
            if (finish > begin && entity instanceof ObjectNode object) {
                kept.add(object.deepCopy().put("offset", begin).put("length", finish - begin));
            }
        }
        return new HtmlText.Parsed(both, kept);
    }

    static @Nullable ObjectNode markup(Call call) {
        ObjectNode markup = call.object("reply_markup");
        if (markup == null || markup.isEmpty()) {
            return null;
        }
        if (!markup.has("inline_keyboard")) {
            return markup;
        }
        int buttons = 0;
        ObjectNode kept = Json.object();
        ArrayNode rows = kept.putArray("inline_keyboard");
        for (JsonNode row : markup.path("inline_keyboard")) {
            ArrayNode checked = Json.array();
            for (JsonNode button : row) {
                checked.add(button(button));
                buttons++;
            }
            if (!checked.isEmpty()) {
                rows.add(checked);
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw RefusedException.badRequest("reply markup is too long");
        }
        return rows.isEmpty() ? null : kept;
    }

    private static JsonNode button(JsonNode button) {
        if (button.path("text").asText("").isBlank()) {
            throw RefusedException.badRequest(
                    "can't parse inline keyboard button: Field \"text\" must be of type String");
        }
        if (button.hasNonNull("callback_data")) {
            int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes == 0 || bytes > LONGEST_DATA) {
                throw RefusedException.badRequest("BUTTON_DATA_INVALID");
            }
        } else if (!button.hasNonNull("url") && button.size() < 2) {
            throw RefusedException.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        return button;
    }
}
