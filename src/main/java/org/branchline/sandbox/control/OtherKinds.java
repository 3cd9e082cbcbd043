package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Media;
import org.branchline.sandbox.chat.Person;
import org.branchline.sandbox.updates.Ticker;

/**
 * What is not text: a picture or document as it is given, or stand-ins, the fields a bot sees with no file behind them.
 */
final class OtherKinds {

    /** Telegram: a caption holds 1,024 UTF-16 units. */
    private static final int LONGEST_CAPTION = 1_024;

    private final FileShelf files;
    private final Ticker ticker;

    OtherKinds(FileShelf files, Ticker ticker) {
        this.files = files;
        this.ticker = ticker;
    }

    Content of(Ask ask, Person person) {
        String kind = ask.text("kind");
        if (kind.isEmpty()) {
            throw Told.badRequest("kind is missing");
        }
        String caption = ask.text("caption");
        if (caption.length() > LONGEST_CAPTION) {
            throw Told.badRequest("caption must have at most " + LONGEST_CAPTION + " characters");
        }
        ObjectNode media = Json.object();
        if (ask.body().has("data") && (kind.equals("photo") || kind.equals("document"))) {
            FileShelf.Stored file =
                    files.put(name(ask), type(ask), Base64.getDecoder().decode(ask.text("data")), ticker.millis());
            return new Content(caption, Json.array(), Media.of(file, kind.equals("photo")), null);
        }
        if (ask.body().has("fields")) {
            media.set(kind, ask.body().path("fields"));
        } else if (kind.equals("photo")) {
            ArrayNode sizes = media.putArray("photo");
            sizes.add(file("photo").put("width", 320).put("height", 240));
        } else {
            media.set(kind, fields(kind, person));
        }
        return new Content(caption, Json.array(), media, null);
    }

    private static String name(Ask ask) {
        return ask.text("name").isEmpty() ? "file" : ask.text("name");
    }

    private static String type(Ask ask) {
        return ask.text("type").isEmpty() ? "application/octet-stream" : ask.text("type");
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
