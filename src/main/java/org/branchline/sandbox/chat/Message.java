package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One message as it stands now.
 *
 * @param id increasing per chat, from 1
 * @param sender the id of the bot or the person who wrote it
 * @param date seconds since 1970 on the sandbox's clock
 * @param editDate 0 when it was never edited
 * @param replyTo the message of this chat that it replies to, 0 for none
 * @param revision the chat's revision at the last change
 */
public record Message(
        int id, boolean fromBot, long sender, long date, long editDate, int replyTo, Content content, long revision) {

    static Message read(ObjectNode json) {
        return new Message(
                json.path("id").asInt(),
                json.path("from_bot").asBoolean(),
                json.path("sender").asLong(),
                json.path("date").asLong(),
                json.path("edit_date").asLong(),
                json.path("reply_to").asInt(),
                Content.read(json),
                json.path("revision").asLong());
    }

    ObjectNode write() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("from_bot", fromBot)
                .put("sender", sender)
                .put("date", date)
                .put("edit_date", editDate)
                .put("revision", revision);
        if (replyTo > 0) {
            json.put("reply_to", replyTo);
        }
        content.write(json);
        return json;
    }
}
