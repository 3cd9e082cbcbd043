package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;

/**
 * Somebody who writes to bots.
 *
 * @param id 1 to 2^52, as Telegram promises
 * @param lastName empty when there is none, like {@code username} and {@code city}
 * @param timezone IANA zone of the times the page shows
 * @param deleted a deleted account can neither be written to nor write
 */
public record Person(
        long id,
        String firstName,
        String lastName,
        String username,
        String languageCode,
        String timezone,
        String city,
        boolean deleted) {

    private static final long HIGHEST_ID = 1L << 52;

    public Person {
        if (id < 1 || id > HIGHEST_ID) {
            throw new IllegalArgumentException("id must be 1 to 2^52");
        }
        if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
            throw new IllegalArgumentException("timezone must be an IANA zone such as Asia/Tokyo");
        }
    }

    static Person read(ObjectNode json) {
        return new Person(
                json.path("id").asLong(),
                json.path("first_name").asText(),
                json.path("last_name").asText(),
                json.path("username").asText(),
                json.path("language_code").asText("en"),
                json.path("timezone").asText("Europe/London"),
                json.path("city").asText(),
                json.path("deleted").asBoolean());
    }

    public Person deletedAccount() {
        return new Person(id, firstName, lastName, username, languageCode, timezone, city, true);
    }

    /** The Bot API's User. */
    public ObjectNode user() {
        ObjectNode user = Json.object().put("id", id).put("is_bot", false);
        names(user);
        if (!languageCode.isEmpty()) {
            user.put("language_code", languageCode);
        }
        return user;
    }

    /** The Bot API's Chat of a private chat with this person. */
    ObjectNode privateChat() {
        ObjectNode chat = Json.object().put("id", id);
        names(chat);
        return chat.put("type", "private");
    }

    public ObjectNode write() {
        return Json.object()
                .put("id", id)
                .put("first_name", firstName)
                .put("last_name", lastName)
                .put("username", username)
                .put("language_code", languageCode)
                .put("timezone", timezone)
                .put("city", city)
                .put("deleted", deleted);
    }

    private void names(ObjectNode target) {
        target.put("first_name", firstName);
        if (!lastName.isEmpty()) {
            target.put("last_name", lastName);
        }
        if (!username.isEmpty()) {
            target.put("username", username);
        }
    }
}
