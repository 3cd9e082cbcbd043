package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Chats and messages as the Bot API writes them. */
public final class Description {

    private Description() {}

    public static ObjectNode chat(World world, Chat chat) {
        if (chat.group()) {
            return Json.object().put("id", chat.id()).put("title", chat.title()).put("type", "supergroup");
        }
        Person person = world.person(chat.id());
        return person == null
                ? Json.object().put("id", chat.id()).put("first_name", "").put("type", "private")
                : person.privateChat();
    }

    /** The message; one that replies carries what it replies to, which itself carries no further one. */
    public static ObjectNode message(World world, Bot bot, Chat chat, Message message) {
        ObjectNode json = alone(world, bot, chat, message);
        Message original = chat.message(message.replyTo());
        if (original != null) {
            json.set("reply_to_message", alone(world, bot, chat, original));
        }
        return json;
    }

    private static ObjectNode alone(World world, Bot bot, Chat chat, Message message) {
        ObjectNode json = Json.object().put("message_id", message.id());
        Person author = message.fromBot() ? null : world.person(message.sender());
        if (message.fromBot()) {
            json.set("from", bot.user());
        } else if (author != null) {
            json.set("from", author.user());
        }
        json.set("chat", chat(world, chat));
        json.put("date", message.date());
        if (message.editDate() > 0) {
            json.put("edit_date", message.editDate());
        }
        message.content().describe(json);
        return json;
    }
}
