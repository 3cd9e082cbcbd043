package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Person;

/** Stand-ins for what is not text: the fields a bot sees, with no file behind them. */
final class OtherKinds {

    private OtherKinds() {}

    static Content of(Ask ask, Person person) {
        String kind = ask.text("kind");
        if (kind.isEmpty()) {
            throw Told.badRequest("kind is missing");
        }
        ObjectNode media = Json.object();
        if (ask.body().has("fields")) {
            media.set(kind, ask.body().path("fields"));
        } else if (kind.equals("photo")) {
            ArrayNode sizes = media.putArray("photo");
            sizes.add(file("photo").put("width", 320).put("height", 240));
        } else {
            media.set(kind, fields(kind, person));
        }
        return Content.media(media);
    }

    private static ObjectNode fields(String kind, Person person) {
        return switch (kind) {
            case "voice" -> file("voice").put("duration", 7).put("mime_type", "audio/ogg");
            case "sticker" ->
                file("sticker")
                        .put("type", "regular")
                        .put("width", 512)
                        .put("height", 512)
                        .put("is_animated", false)
                        .put("is_video", false)
                        .put("emoji", "👍");
            case "location" -> Json.object().put("latitude", 51.5074).put("longitude", -0.1278);
            case "contact" ->
                Json.object()
                        .put("phone_number", "+440000000000")
                        .put("first_name", person.firstName())
                        .put("user_id", person.id());
            default -> file(kind);
        };
    }

    private static ObjectNode file(String kind) {
        return Json.object()
                .put("file_id", "standin" + kind)
                .put("file_unique_id", "Ustandin" + kind)
                .put("file_size", 1000);
    }
}
