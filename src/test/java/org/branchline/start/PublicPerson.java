package org.branchline.start;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Somebody in a chat at {@link PublicTelegram}: waits for a question, then types or presses. */
final class PublicPerson {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PublicTelegram telegram;
    private final long id;
    private final String firstName;

    PublicPerson(PublicTelegram telegram, long id, String firstName) {
        this.telegram = telegram;
        this.id = id;
        this.firstName = firstName;
    }

    void types(String text) {
        JsonObject message = message().put("from", from()).put("text", text);
        if (text.startsWith("/")) {
            JsonObject entity = new JsonObject()
                    .put("offset", 0)
                    .put("length", text.split(" ", 2)[0].length())
                    .put("type", "bot_command");
            telegram.post("/sendCommand", message.put("entities", new JsonArray().add(entity)));
        } else {
            telegram.post("/sendMessage", message);
        }
    }

    /** Waits until the newest message says this, then types. */
    void answers(String question, String text) {
        awaits(question);
        types(text);
    }

    /** Waits until the newest message says this and has the button, then presses it. */
    void presses(String question, String label) {
        JsonObject[] pressed = new JsonObject[1];
        Awaitility.await("\"" + question + "\" with [" + label + "]")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> newest().filter(newest -> text(newest).contains(question))
                        .flatMap(newest -> button(newest, label))
                        .map(button -> pressed[0] = button)
                        .isPresent());
        JsonObject shown = message()
                .put("from", new JsonObject().put("id", 666).put("is_bot", true).put("first_name", "Bot"))
                .put("message_id", newest().orElseThrow().getInteger("messageId"));
        telegram.post(
                "/sendCallback",
                new JsonObject()
                        .put("botToken", PublicTelegram.TOKEN)
                        .put("from", from())
                        .put("message", shown)
                        .put("data", pressed[0].getString("callback_data")));
    }

    /** Waits until the newest message says this. */
    void awaits(String text) {
        Awaitility.await("\"" + text + "\"")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        newest().filter(newest -> text(newest).contains(text)).isPresent());
    }

    /** All that stands in the chat, for a failure's message. */
    String chat() {
        return telegram.messagesTo(id).stream()
                .map(update -> update.getJsonObject("message").encode())
                .reduce("", (all, one) -> all + "\n" + one);
    }

    private Optional<JsonObject> newest() {
        List<JsonObject> all = telegram.messagesTo(id);
        return all.stream()
                .reduce((one, other) -> other.getInteger("messageId") > one.getInteger("messageId") ? other : one);
    }

    private static String text(JsonObject update) {
        return update.getJsonObject("message").getString("text", "");
    }

    private static Optional<JsonObject> button(JsonObject update, String label) {
        JsonObject markup = update.getJsonObject("message").getJsonObject("reply_markup");
        if (markup == null) {
            return Optional.empty();
        }
        return markup.getJsonArray("inline_keyboard").stream()
                .flatMap(row -> ((JsonArray) row).stream())
                .map(JsonObject.class::cast)
                .filter(button -> button.getString("text").contains(label))
                .findFirst();
    }

    private JsonObject from() {
        return new JsonObject()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", firstName)
                .put("language_code", "en");
    }

    private JsonObject message() {
        return new JsonObject()
                .put("botToken", PublicTelegram.TOKEN)
                .put("date", 1_800_000_000)
                .put(
                        "chat",
                        new JsonObject().put("id", id).put("type", "private").put("first_name", firstName));
    }
}
