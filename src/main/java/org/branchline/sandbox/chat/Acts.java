package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.sandbox.updates.Update;
import org.jspecify.annotations.Nullable;

/** What people do, and the updates bots get for it. */
public final class Acts {

    private static final Pattern COMMAND = Pattern.compile("(?<!\\S)/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{1,32})?");

    private final World world;

    public Acts(World world) {
        this.world = world;
    }

    /** Its message and its update; the update is 0 when the bot did not want the kind. */
    public record Said(Message message, long update) {}

    /** Its message and its update; the update is 0 when the bot did not want the kind. */
    public record Pressed(String query, long update) {}

    /** The person writes or sends something; the chat is started by it, and unblocked. */
    public Said say(Bot bot, Chat chat, Person person, Content content) {
        return reply(bot, chat, person, 0, content);
    }

    /**
     * As {@link #say}, replying to a message of this chat.
     *
     * @param replyTo its number, 0 for none
     */
    public Said reply(Bot bot, Chat chat, Person person, int replyTo, Content content) {
        if (chat.blocked()) {
            block(bot, chat, person, false);
        }
        world.start(bot, chat);
        Message message = world.add(bot, chat, false, person.id(), replyTo, content);
        long update = world.update(
                bot,
                "message",
                Update.queueOfChat(chat.id()),
                Update.MESSAGE_KEPT_MILLIS,
                Description.message(world, bot, chat, message));
        return new Said(message, update);
    }

    /** The person changes a message of their own. */
    public Said edit(Bot bot, Chat chat, Message old, Content content) {
        Message message = world.edit(bot, chat, old, content);
        long update = world.update(
                bot,
                "edited_message",
                Update.queueOfChat(chat.id()),
                Update.MESSAGE_KEPT_MILLIS,
                Description.message(world, bot, chat, message));
        return new Said(message, update);
    }

    /**
     * The person presses a button.
     *
     * @param message null when the message is gone: the bot then sees an inaccessible one
     */
    public Pressed press(Bot bot, Chat chat, Person person, int id, @Nullable Message message, String data) {
        OpenQueries.Query query =
                bot.queries().ask(person.id(), chat, id, world.ticker().millis());
        ObjectNode json = Json.object().put("id", query.id());
        json.set("from", person.user());
        if (message == null) {
            ObjectNode gone = Json.object().put("message_id", id).put("date", 0);
            gone.set("chat", Description.chat(world, chat));
            json.set("message", gone);
        } else {
            json.set("message", Description.message(world, bot, chat, message));
        }
        json.put("chat_instance", Long.toString(chat.id() * 31 + bot.id())).put("data", data);
        long update =
                world.update(bot, "callback_query", Update.queueOfPresses(person.id()), Update.PRESS_KEPT_MILLIS, json);
        return new Pressed(query.id(), update);
    }

    /** The person blocks the bot or lets it write again. */
    public void block(Bot bot, Chat chat, Person person, boolean blocked) {
        if (chat.blocked() == blocked) {
            return;
        }
        world.block(bot, chat, blocked);
        ObjectNode json = Json.object();
        json.set("chat", Description.chat(world, chat));
        json.set("from", person.user());
        json.put("date", world.clock().seconds());
        json.set("old_chat_member", membership(bot, !blocked));
        json.set("new_chat_member", membership(bot, blocked));
        world.update(bot, "my_chat_member", Update.queueOfChat(chat.id()), Update.MESSAGE_KEPT_MILLIS, json);
    }

    /** The text as a person types it, its commands marked. */
    public static Content typed(String text) {
        ArrayNode entities = Json.array();
        Matcher command = COMMAND.matcher(text);
        while (command.find()) {
            entities.addObject()
                    .put("offset", command.start())
                    .put("length", command.end() - command.start())
                    .put("type", "bot_command");
        }
        return Content.text(text, entities);
    }

    private static ObjectNode membership(Bot bot, boolean blocked) {
        ObjectNode member = Json.object();
        member.set("user", bot.user());
        member.put("status", blocked ? "kicked" : "member");
        return blocked ? member.put("until_date", 0) : member;
    }
}
