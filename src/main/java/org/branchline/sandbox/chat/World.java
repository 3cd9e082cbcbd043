package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.branchline.sandbox.updates.Ticker;
import org.branchline.sandbox.updates.Update;
import org.branchline.sandbox.updates.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is in the sandbox, and every way it changes; each change is journalled here. Used by the sandbox's
 * one thread only.
 */
public final class World {

    private static final long FIRST_PERSON = 5_100_000_001L;
    private static final long FIRST_GROUP = -1_002_000_000_001L;

    private final Ticker ticker;
    private final Journal journal;
    private final SandboxClock clock;
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Map<Long, Bot> bots = new LinkedHashMap<>();

    private UpdateSink sink = (bot, update) -> {};
    private long nextPerson = FIRST_PERSON;
    private long nextGroup = FIRST_GROUP;

    public World(Ticker ticker, Journal journal) {
        this.ticker = ticker;
        this.journal = journal;
        this.clock = new SandboxClock(ticker);
    }

    /** From now on tells who delivers updates. */
    public void sendTo(UpdateSink next) {
        sink = next;
    }

    public SandboxClock clock() {
        return clock;
    }

    public Ticker ticker() {
        return ticker;
    }

    public Collection<Person> people() {
        return people.values();
    }

    public @Nullable Person person(long id) {
        return people.get(id);
    }

    public Collection<Bot> bots() {
        return bots.values();
    }

    public @Nullable Bot bot(long id) {
        return bots.get(id);
    }

    /** An id no person has yet. */
    public long freePersonId() {
        while (people.containsKey(nextPerson)) {
            nextPerson++;
        }
        return nextPerson;
    }

    /** The bot of this id, which comes to exist on first use; the first of all is the one the page opens. */
    public Bot botOrNew(long id) {
        Bot bot = bots.get(id);
        if (bot == null) {
            String username = bots.isEmpty() ? "branchline_sandbox_bot" : "sandbox_" + id + "_bot";
            // Update ids begin at a number that differs between installations, as Telegram's do.
            bot = new Bot(id, username, 100_000_000 + Math.floorMod(ticker.millis(), 100_000_000));
            bots.put(id, bot);
            save(bot);
        }
        return bot;
    }

    public void save(Person person) {
        people.put(person.id(), person);
        if (journal.keeps()) {
            ObjectNode line = Json.object();
            line.set("person", person.write());
            journal.write(line);
        }
    }

    /** The clock is to go so much further than it was to go already. */
    public void aimClock(Duration forward) {
        set(clock.offset(), clock.target().plus(forward));
    }

    /** The clock goes on, at most to where it is to go. */
    public void moveClock(Duration forward) {
        Duration step = forward.compareTo(clock.rest()) < 0 ? forward : clock.rest();
        set(clock.offset().plus(step), clock.target());
    }

    private void set(Duration offset, Duration target) {
        clock.set(offset, target);
        if (journal.keeps()) {
            journal.write(Restore.line(clock));
        }
    }

    /** The chat of a bot with a person, made when it is not there. */
    public Chat chatWith(Bot bot, long person) {
        Chat chat = bot.chat(person);
        return chat != null ? chat : bot.chatOrNew(person, "");
    }

    public Chat newGroup(Bot bot, String title) {
        while (bot.chat(nextGroup) != null) {
            nextGroup--;
        }
        Chat group = bot.chatOrNew(nextGroup, title);
        start(bot, group);
        return group;
    }

    public void start(Bot bot, Chat chat) {
        if (!chat.started()) {
            chat.start();
            save(bot, chat);
        }
    }

    public void block(Bot bot, Chat chat, boolean blocked) {
        chat.block(blocked);
        save(bot, chat);
    }

    /**
     * A new message.
     *
     * @param replyTo the message of this chat that it replies to, 0 for none
     */
    public Message add(Bot bot, Chat chat, boolean fromBot, long sender, int replyTo, Content content) {
        Message message = chat.add(fromBot, sender, clock.seconds(), replyTo, content);
        save(bot, chat, message);
        return message;
    }

    public Message edit(Bot bot, Chat chat, Message old, Content content) {
        Message edited = chat.edit(old, content, clock.seconds());
        save(bot, chat, edited);
        return edited;
    }

    public void remove(Bot bot, Chat chat, int message) {
        chat.remove(message);
        if (journal.keeps()) {
            journal.write(
                    Json.object().put("bot", bot.id()).put("chat", chat.id()).put("removed", message));
        }
    }

    public void notice(Chat chat, String query, String text, boolean alert, String url) {
        chat.notice(query, text, alert, url);
    }

    public void typing(Chat chat, String action) {
        chat.typing(action, ticker.millis());
    }

    public void webhook(Bot bot, @Nullable Webhook webhook) {
        bot.webhook(webhook);
        save(bot);
    }

    public void allowedUpdates(Bot bot, @Nullable Set<String> kinds) {
        bot.allowedUpdates(kinds);
        save(bot);
    }

    public void text(Bot bot, String what, String language, String text) {
        bot.text(what, language, text);
        save(bot);
    }

    public void commands(Bot bot, String scope, String language, @Nullable ArrayNode list) {
        bot.commands(scope, language, list);
        save(bot);
    }

    /** Puts an update into its queue, unless the bot does not want its kind; the update's id, or 0. */
    public long update(Bot bot, String kind, long queue, long keptMillis, ObjectNode payload) {
        if (!bot.wants(kind)) {
            return 0;
        }
        long id = bot.nextUpdate();
        ObjectNode json = Json.object().put("update_id", id);
        json.set(kind, payload);
        deliver(bot, new Update(id, queue, ticker.millis() + keptMillis, Json.text(json)));
        return id;
    }

    /** Puts a body into a queue as it is. */
    public long raw(Bot bot, long queue, String body) {
        ObjectNode json = Json.readObject(body);
        long id = json != null && json.path("update_id").canConvertToLong() && json.has("update_id")
                ? json.path("update_id").asLong()
                : bot.nextUpdate();
        deliver(bot, new Update(id, queue, ticker.millis() + Update.MESSAGE_KEPT_MILLIS, body));
        return id;
    }

    /** Puts an update made by hand into a queue; it gets the next id when it has none. */
    public long handMade(Bot bot, long queue, ObjectNode update) {
        ObjectNode whole = update.has("update_id")
                ? update
                : Json.object().put("update_id", bot.nextUpdate()).setAll(update);
        return raw(bot, queue, Json.text(whole));
    }

    /** An update was taken or dropped. */
    public void gone(Bot bot, Update update) {
        if (journal.keeps()) {
            journal.write(Json.object().put("bot", bot.id()).put("gone", update.id()));
        }
    }

    private void deliver(Bot bot, Update update) {
        bot.pending().add(update);
        if (journal.keeps()) {
            journal.write(Restore.line(bot, update));
        }
        sink.arrived(bot, update);
    }

    private void save(Bot bot) {
        if (journal.keeps()) {
            ObjectNode line = Json.object();
            line.set("about", bot.write());
            journal.write(line);
        }
    }

    private void save(Bot bot, Chat chat) {
        if (journal.keeps()) {
            journal.write(Restore.line(bot, chat));
        }
    }

    private void save(Bot bot, Chat chat, Message message) {
        if (journal.keeps()) {
            journal.write(Restore.line(bot, chat, message));
        }
    }

    Bot restoreBot(long id, String username) {
        return bots.computeIfAbsent(id, key -> new Bot(key, username, 0));
    }

    void restore(Person person) {
        people.put(person.id(), person);
    }
}
