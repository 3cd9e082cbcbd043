package org.branchline.sandbox.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One bot's chat with a person, or a group with it. Every visible change raises the revision and wakes who waits. */
public final class Chat {

    /** A chat keeps this many messages; older ones are forgotten. */
    public static final int MESSAGES_KEPT = 2000;

    private static final int NOTICES_KEPT = 100;
    private static final long TYPING_MILLIS = 5000;

    private final long id;
    private final String title;
    private final NavigableMap<Integer, Message> messages = new TreeMap<>();
    private final Deque<Removal> removals = new ArrayDeque<>();
    private final Deque<Notice> notices = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();

    private boolean started;
    private boolean blocked;
    private int lastMessage;
    private long revision;
    private long typingUntil;
    private String typing = "";

    /** A message that was deleted. */
    public record Removal(int message, long revision) {}

    /** The answer to a press, shown as a toast or an alert. */
    public record Notice(String query, String text, boolean alert, String url, long revision) {}

    Chat(long id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The person's id, or a negative one for a group. */
    public long id() {
        return id;
    }

    public boolean group() {
        return id < 0;
    }

    /** A group's title; empty for a person. */
    public String title() {
        return title;
    }

    /** Whether the person has ever written; before that a bot may not. */
    public boolean started() {
        return started;
    }

    public boolean blocked() {
        return blocked;
    }

    public int lastMessage() {
        return lastMessage;
    }

    public long revision() {
        return revision;
    }

    public @Nullable Message message(int message) {
        return messages.get(message);
    }

    public Iterable<Message> messages() {
        return messages.values();
    }

    public Iterable<Message> messagesAfter(int message) {
        return messages.tailMap(message, false).values();
    }

    /** Latest first. */
    public Iterable<Message> latestFirst() {
        return messages.descendingMap().values();
    }

    public Iterable<Removal> removals() {
        return removals;
    }

    public Iterable<Notice> notices() {
        return notices;
    }

    /** What the bot is shown to be doing, such as {@code typing}; empty when nothing. */
    public String typing(long millis) {
        return millis < typingUntil ? typing : "";
    }

    /** Runs the task once at the next change. */
    public void whenChanged(Runnable task) {
        waiting.add(task);
    }

    public void noLongerWaits(Runnable task) {
        waiting.remove(task);
    }

    void start() {
        started = true;
    }

    void block(boolean now) {
        blocked = now;
        changed();
    }

    void restore(boolean wasStarted, boolean wasBlocked) {
        started = wasStarted;
        blocked = wasBlocked;
    }

    void restore(Message message) {
        messages.put(message.id(), message);
        lastMessage = Math.max(lastMessage, message.id());
        revision = Math.max(revision, message.revision());
    }

    void forget(int message) {
        messages.remove(message);
    }

    Message add(boolean fromBot, long sender, long date, int replyTo, Content content) {
        typingUntil = fromBot ? 0 : typingUntil;
        Message message = new Message(++lastMessage, fromBot, sender, date, 0, replyTo, content, revision + 1);
        messages.put(message.id(), message);
        if (messages.size() > MESSAGES_KEPT) {
            messages.pollFirstEntry();
        }
        changed();
        return message;
    }

    Message edit(Message old, Content content, long editDate) {
        Message edited = new Message(
                old.id(), old.fromBot(), old.sender(), old.date(), editDate, old.replyTo(), content, revision + 1);
        messages.put(edited.id(), edited);
        changed();
        return edited;
    }

    void remove(int message) {
        messages.remove(message);
        keep(removals, new Removal(message, revision + 1));
        changed();
    }

    void notice(String query, String text, boolean alert, String url) {
        keep(notices, new Notice(query, text, alert, url, revision + 1));
        changed();
    }

    void typing(String action, long millis) {
        typing = action;
        typingUntil = millis + TYPING_MILLIS;
        changed();
    }

    private static <T> void keep(Deque<T> all, T next) {
        all.add(next);
        if (all.size() > NOTICES_KEPT) {
            all.remove();
        }
    }

    private void changed() {
        revision++;
        if (!waiting.isEmpty()) {
            List<Runnable> woken = List.copyOf(waiting);
            waiting.clear();
            woken.forEach(Runnable::run);
        }
    }
}
