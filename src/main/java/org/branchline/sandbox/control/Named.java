package org.branchline.sandbox.control;

import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Person;
import org.branchline.sandbox.chat.World;

/** Finds what a request names, or says that it is not there. */
final class Named {

    private final World world;

    Named(World world) {
        this.world = world;
    }

    Bot bot(Ask ask) {
        long id = ask.number("bot", 0);
        Bot bot = id != 0 ? world.bot(id) : world.bots().stream().findFirst().orElse(null);
        if (bot == null) {
            throw new MistakenException(
                    409, id == 0 ? "no bot has called the sandbox yet" : "no bot " + id + " has called the sandbox");
        }
        return bot;
    }

    Person person(String text) {
        Person person = world.person(number(text));
        if (person == null) {
            throw Told.notFound("there is no person " + text);
        }
        return person;
    }

    /** The chat of this id; a private one is made for a person who is there. */
    Chat chat(Bot bot, String text) {
        long id = number(text);
        Chat chat = bot.chat(id);
        return chat != null ? chat : world.chatWith(bot, person(text).id());
    }

    /** Who acts in the chat: its person, in a group the one named by {@code from}. */
    Person actor(Ask ask, Chat chat) {
        return person(Long.toString(ask.number("from", chat.id())));
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Told.notFound("not a number: " + text);
        }
    }
}
