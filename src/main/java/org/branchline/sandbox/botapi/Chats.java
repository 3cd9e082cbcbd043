package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Description;
import org.branchline.sandbox.chat.Message;
import org.branchline.sandbox.chat.Person;
import org.branchline.sandbox.chat.World;
import org.jspecify.annotations.Nullable;

/** Finds the chat or the message a bot names, or says what Telegram says; {@code getChat} and {@code sendChatAction}. */
final class Chats {

    private final World world;

    Chats(World world) {
        this.world = world;
    }

    void offer(Map<String, Method> methods) {
        methods.put("getchat", this::getChat);
        methods.put("sendchataction", this::sendChatAction);
    }

    /** The chat, which the bot may write to. */
    Chat writable(Bot bot, Call call) {
        long id = idOf(call);
        Person person = world.person(id);
        Chat chat = bot.chat(id);
        if (person == null && chat == null) {
            throw RefusedException.badRequest("chat not found");
        }
        if (person != null && person.deleted()) {
            throw new RefusedException(Outcome.forbidden("user is deactivated"));
        }
        if (chat == null || !chat.started()) {
            throw new RefusedException(Outcome.forbidden("bot can't initiate conversation with a user"));
        }
        if (chat.blocked()) {
            throw new RefusedException(Outcome.forbidden(
                    chat.group() ? "bot was kicked from the supergroup chat" : "bot was blocked by the user"));
        }
        return chat;
    }

    Message own(Bot bot, Chat chat, Call call, String purpose) {
        Message message = message(chat, call);
        if (message == null) {
            throw RefusedException.badRequest("message to " + purpose + " not found");
        }
        if (!message.fromBot()) {
            throw RefusedException.badRequest("message can't be edited");
        }
        return message;
    }

    @Nullable
    Message message(Chat chat, Call call) {
        return chat.message((int) call.number("message_id", 0));
    }

    private static long idOf(Call call) {
        if (!call.has("chat_id") || call.text("chat_id").isEmpty()) {
            throw RefusedException.badRequest("chat_id is empty");
        }
        return call.number("chat_id", 0);
    }

    private Outcome getChat(Bot bot, Call call) {
        Chat chat = bot.chat(idOf(call));
        if (chat == null || !chat.started()) {
            return Outcome.badRequest("chat not found");
        }
        ObjectNode described = Description.chat(world, chat);
        return Outcome.done(described.put("accent_color_id", 0).put("max_reaction_count", 11));
    }

    private Outcome sendChatAction(Bot bot, Call call) {
        Chat chat = writable(bot, call);
        String action = call.text("action");
        if (action.isEmpty()) {
            return Outcome.badRequest("wrong parameter action in request");
        }
        world.typing(chat, action);
        return Outcome.yes();
    }
}
