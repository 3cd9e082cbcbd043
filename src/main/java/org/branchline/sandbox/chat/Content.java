package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a message says; two that are equal look the same to the person.
 *
 * @param text the text, or the caption of a file; may be empty
 * @param entities the Bot API's MessageEntity list, empty when there are none
 * @param media the Bot API's fields of a file or another kind (`photo`, `voice`, …), null for a text message
 * @param markup the reply markup, null without one
 */
public record Content(
        String text,
        ArrayNode entities,
        @Nullable ObjectNode media,
        @Nullable ObjectNode markup) {

    public static Content text(String text, ArrayNode entities) {
        return new Content(text, entities, null, null);
    }

    public static Content media(ObjectNode media) {
        return new Content("", Json.array(), media, null);
    }

    public Content withText(String newText, ArrayNode newEntities) {
        return new Content(newText, newEntities, media, markup);
    }

    public Content withMarkup(@Nullable ObjectNode newMarkup) {
        return new Content(text, entities, media, newMarkup);
    }

    static Content read(ObjectNode json) {
        return new Content(
                json.path("text").asText(),
                json.path("entities") instanceof ArrayNode found ? found : Json.array(),
                json.get("media") instanceof ObjectNode media ? media : null,
                json.get("markup") instanceof ObjectNode markup ? markup : null);
    }

    void write(ObjectNode target) {
        target.put("text", text).set("entities", entities);
        if (media != null) {
            target.set("media", media);
        }
        if (markup != null) {
            target.set("markup", markup);
        }
    }

    /** Adds the Bot API's fields of a Message. */
    void describe(ObjectNode message) {
        if (media != null) {
            message.setAll(media);
        }
        if (media == null || !text.isEmpty()) {
            message.put(media == null ? "text" : "caption", text);
        }
        if (!entities.isEmpty()) {
            message.set(media == null ? "entities" : "caption_entities", entities);
        }
        if (markup != null && markup.has("inline_keyboard")) {
            message.set("reply_markup", markup);
        }
    }
}
