package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.branchline.sandbox.chat.Acts;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Message;
import org.branchline.sandbox.chat.Person;
import org.branchline.sandbox.chat.World;
import org.jspecify.annotations.Nullable;

/** Lets people write, edit, press and send. */
final class ChatControl {

    private static final int LONGEST_TEXT = 4096;

    private final World world;
    private final Acts acts;
    private final Named named;
    private final Stream stream;
    private final OtherKinds others;

    ChatControl(World world, Acts acts, Named named, FileShelf files) {
        this.world = world;
        this.acts = acts;
        this.named = named;
        this.stream = new Stream(world);
        this.others = new OtherKinds(files, world.ticker());
    }

    void answer(Ask ask, Responder responder) {
        Bot bot = named.bot(ask);
        Chat chat = named.chat(bot, ask.part(1));
        if (!ask.post() && ask.part(2).equals("messages")) {
            stream.answer(ask, bot, chat, responder);
            return;
        }
        if (!ask.post()) {
            throw Told.notFound("there is GET …/messages");
        }
        Person actor = named.actor(ask, chat);
        if (actor.deleted()) {
            throw new MistakenException(409, "this account is deleted");
        }
        responder.tell(
                switch (ask.part(2)) {
                    case "messages" -> told(acts.reply(bot, chat, actor, repliedTo(ask, chat), Acts.typed(text(ask))));
                    case "edits" -> edit(ask, bot, chat, actor);
                    case "presses" -> press(ask, bot, chat, actor);
                    case "others" -> told(acts.say(bot, chat, actor, others.of(ask, actor)));
                    default -> throw Told.notFound("there is messages, edits, presses and others");
                });
    }

    Told newGroup(Ask ask) {
        String title = ask.text("title");
        Chat group = world.newGroup(named.bot(ask), title.isEmpty() ? "Group" : title);
        return Told.created(Json.object().put("id", group.id()).put("title", group.title()));
    }

    private static Told told(Acts.Said said) {
        return Told.created(Json.object().put("message_id", said.message().id()).put("update_id", said.update()));
    }

    private static String text(Ask ask) {
        String text = ask.text("text");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Told.badRequest("text must have 1 to " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    /** The message the new one replies to, 0 for none. */
    private static int repliedTo(Ask ask, Chat chat) {
        int message = (int) ask.number("reply_to", 0);
        if (message != 0 && chat.message(message) == null) {
            throw Told.notFound("no message of this id to reply to");
        }
        return message;
    }

    private Told edit(Ask ask, Bot bot, Chat chat, Person actor) {
        Message message = chat.message((int) ask.number("message_id", 0));
        if (message == null || message.fromBot() || message.sender() != actor.id()) {
            throw Told.notFound("no own message of this id");
        }
        Content typed = Acts.typed(text(ask));
        return told(acts.edit(bot, chat, message, message.content().withText(typed.text(), typed.entities())));
    }

    private Told press(Ask ask, Bot bot, Chat chat, Person actor) {
        int id = (int) ask.number("message_id", 0);
        Message message = id == 0 ? latestWithButton(ask, chat) : chat.message(id);
        String data = message == null ? null : data(ask, message);
        if (data == null && id != 0 && ask.body().hasNonNull("data")) {
            data = ask.text("data");
        }
        if (data == null) {
            throw Told.notFound("no such button");
        }
        int pressed = message == null ? id : message.id();
        Acts.Pressed press = acts.press(bot, chat, actor, pressed, message, data);
        return Told.created(Json.object()
                .put("callback_query_id", press.query())
                .put("update_id", press.update())
                .put("message_id", pressed));
    }

    private static @Nullable Message latestWithButton(Ask ask, Chat chat) {
        for (Message message : chat.latestFirst()) {
            if (data(ask, message) != null) {
                return message;
            }
        }
        return null;
    }

    /** The data of the button the request names, null when the message does not have it. */
    private static @Nullable String data(Ask ask, Message message) {
        ObjectNode markup = message.content().markup();
        if (markup == null) {
            return null;
        }
        JsonNode rows = markup.path("inline_keyboard");
        if (ask.body().has("row")) {
            return rows.path(ask.body().path("row").asInt())
                    .path(ask.body().path("column").asInt())
                    .path("callback_data")
                    .textValue();
        }
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                boolean meant = ask.body().has("data")
                        ? ask.body().path("data").equals(button.path("callback_data"))
                        : ask.body().path("label").equals(button.path("text"));
                if (meant) {
                    return Objects.requireNonNullElse(
                            button.path("callback_data").textValue(), "");
                }
            }
        }
        return null;
    }
}
