package org.branchline.sandbox.botapi;

import java.util.Map;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.Description;
import org.branchline.sandbox.chat.Message;
import org.branchline.sandbox.chat.World;

/** Changes and deletions of messages. */
final class Editing {

    private static final String NOT_MODIFIED = "message is not modified: specified new message content and reply markup"
            + " are exactly the same as a current content and reply markup of the message";

    private final World world;
    private final Chats chats;

    Editing(World world, Chats chats) {
        this.world = world;
        this.chats = chats;
    }

    void offer(Map<String, Method> methods) {
        methods.put("editmessagetext", this::text);
        methods.put("editmessagecaption", this::caption);
        methods.put("editmessagereplymarkup", this::markup);
        methods.put("deletemessage", this::delete);
    }

    private Outcome text(Bot bot, Call call) {
        Content content = Wording.text(call);
        Chat chat = chats.writable(bot, call);
        Message message = chats.own(bot, chat, call, "edit");
        if (message.content().media() != null) {
            return Outcome.badRequest("there is no text in the message to edit");
        }
        return change(bot, chat, message, content);
    }

    private Outcome caption(Bot bot, Call call) {
        Chat chat = chats.writable(bot, call);
        Message message = chats.own(bot, chat, call, "edit");
        if (message.content().media() == null) {
            return Outcome.badRequest("there is no caption in the message to edit");
        }
        return change(
                bot, chat, message, Wording.caption(call, message.content().media()));
    }

    private Outcome markup(Bot bot, Call call) {
        Chat chat = chats.writable(bot, call);
        Message message = chats.own(bot, chat, call, "edit");
        return change(bot, chat, message, message.content().withMarkup(Wording.markup(call)));
    }

    private Outcome change(Bot bot, Chat chat, Message message, Content content) {
        if (content.equals(message.content())) {
            return Outcome.badRequest(NOT_MODIFIED);
        }
        Message edited = world.edit(bot, chat, message, content);
        return Outcome.done(Description.message(world, bot, chat, edited));
    }

    private Outcome delete(Bot bot, Call call) {
        Chat chat = chats.writable(bot, call);
        Message message = chats.message(chat, call);
        if (message == null) {
            return Outcome.badRequest("message to delete not found");
        }
        world.remove(bot, chat, message.id());
        return Outcome.yes();
    }
}
