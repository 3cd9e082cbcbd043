package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.branchline.sandbox.updates.Update;

/** Journal lines out of a world, and a world out of journal lines. */
public final class Restore {

    private Restore() {}

    static ObjectNode line(SandboxClock clock) {
        return Json.object()
                .put("clock", clock.offset().toString())
                .put("target", clock.target().toString());
    }

    static ObjectNode line(Bot bot, Update update) {
        return Json.object()
                .put("bot", bot.id())
                .put("update", update.id())
                .put("queue", update.queue())
                .put("expires", update.expiresAt())
                .put("body", new String(update.body(), StandardCharsets.UTF_8));
    }

    static ObjectNode line(Bot bot, Chat chat) {
        return Json.object()
                .put("bot", bot.id())
                .put("chat", chat.id())
                .put("title", chat.title())
                .put("started", chat.started())
                .put("blocked", chat.blocked());
    }

    static ObjectNode line(Bot bot, Chat chat, Message message) {
        ObjectNode line = Json.object().put("bot", bot.id()).put("chat", chat.id());
        line.set("message", message.write());
        return line;
    }

    /** Does to the world what the line says; a line that makes no sense is passed over. */
    public static void apply(World world, ObjectNode line) {
        if (line.get("person") instanceof ObjectNode person) {
            world.restore(Person.read(person));
        } else if (line.has("clock")) {
            String offset = line.path("clock").asText();
            world.clock()
                    .set(
                            Duration.parse(offset),
                            Duration.parse(line.path("target").asText(offset)));
        } else if (line.get("about") instanceof ObjectNode about) {
            world.restoreBot(about.path("id").asLong(), about.path("username").asText())
                    .restore(about);
        } else {
            Bot bot = world.bot(line.path("bot").asLong());
            if (bot != null) {
                apply(bot, line);
            }
        }
    }

    private static void apply(Bot bot, ObjectNode line) {
        if (line.has("update")) {
            long id = line.path("update").asLong();
            bot.sawUpdate(id);
            bot.pending()
                    .add(new Update(
                            id,
                            line.path("queue").asLong(),
                            line.path("expires").asLong(),
                            line.path("body").asText()));
        } else if (line.has("gone")) {
            Update gone = bot.pending().find(line.path("gone").asLong());
            if (gone != null) {
                bot.pending().remove(gone);
            }
        } else {
            Chat chat =
                    bot.chatOrNew(line.path("chat").asLong(), line.path("title").asText());
            if (line.get("message") instanceof ObjectNode message) {
                chat.restore(Message.read(message));
            } else if (line.has("removed")) {
                chat.forget(line.path("removed").asInt());
            } else {
                chat.restore(
                        line.path("started").asBoolean(), line.path("blocked").asBoolean());
            }
        }
    }

    /** The fewest lines that make this world. */
    public static void describe(World world, Consumer<ObjectNode> lines) {
        lines.accept(line(world.clock()));
        for (Person person : world.people()) {
            ObjectNode line = Json.object();
            line.set("person", person.write());
            lines.accept(line);
        }
        for (Bot bot : world.bots()) {
            ObjectNode about = Json.object();
            about.set("about", bot.write());
            lines.accept(about);
            for (Chat chat : bot.chats()) {
                lines.accept(line(bot, chat));
                chat.messages().forEach(message -> lines.accept(line(bot, chat, message)));
            }
            bot.pending().all().forEach(update -> lines.accept(line(bot, update)));
        }
    }
}
