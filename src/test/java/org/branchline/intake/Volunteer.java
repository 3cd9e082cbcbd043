package org.branchline.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.branchline.conversation.Action;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Button;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.door.Door;
import org.branchline.roster.Bot;

/** Somebody in a chat with the bot: types, presses what is written on a button, reads what comes. */
public final class Volunteer {

    private static final AtomicLong UPDATES = new AtomicLong(1);

    private final Door door;
    private final RecordingGateway gateway;
    private final Bot bot;
    private final long chat;
    private final String firstName;
    private int read;

    Volunteer(Door door, RecordingGateway gateway, Bot bot, long chat, String firstName) {
        this.door = door;
        this.gateway = gateway;
        this.bot = bot;
        this.chat = chat;
        this.firstName = firstName;
    }

    public Bot bot() {
        return bot;
    }

    public long chat() {
        return chat;
    }

    /** Types a text or a command, and waits for an answer. */
    public List<Outgoing> types(String text) {
        long message = UPDATES.incrementAndGet();
        What what = new What.Text(message, text);
        if (text.startsWith("/")) {
            String[] words = text.substring(1).split(" ", 2);
            what = new What.Command(message, words[0], words.length > 1 ? words[1].strip() : "");
        }
        return does(what);
    }

    /** Sends something that is not text, and waits for an answer. */
    public List<Outgoing> sends(Incoming.Sent.Kind kind) {
        return does(new What.Sent(UPDATES.incrementAndGet(), kind));
    }

    /** Sends a picture or document with a text below it, and waits for an answer. */
    public List<Outgoing> sends(Attached attached, String caption) {
        Incoming.Sent.Kind kind = attached.picture() ? Incoming.Sent.Kind.PICTURE : Incoming.Sent.Kind.FILE;
        return does(new What.Sent(UPDATES.incrementAndGet(), kind, caption, attached));
    }

    /** Replies to the newest message that contains this, and waits for an answer. */
    public List<Outgoing> replies(String to, String text) {
        return does(reply(to, text));
    }

    /** A reply to the newest message that contains this, as the platform says it. */
    public What reply(String to, String text) {
        List<Outgoing> all = gateway.to(chat);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) instanceof Outgoing.Say say && say.text().contains(to)) {
                return new What.Text(UPDATES.incrementAndGet(), text, 1_000L + i + 1);
            }
        }
        throw new AssertionError("Nothing says " + to + " in " + all);
    }

    /** Presses the newest button whose label contains this. */
    public List<Outgoing> presses(String label) {
        List<Outgoing> newestFirst = new ArrayList<>(gateway.to(chat));
        Collections.reverse(newestFirst);
        for (Outgoing outgoing : newestFirst) {
            for (List<Button> row : keyboard(outgoing).rows()) {
                for (Button button : row) {
                    if (button.label().contains(label)) {
                        long message = 1_000L + gateway.to(chat).lastIndexOf(outgoing) + 1;
                        return does(
                                new What.Press("press" + message, message, button.action(), shown(message, outgoing)));
                    }
                }
            }
        }
        throw new AssertionError("No button " + label + " in " + gateway.to(chat));
    }

    /** Presses a button that asks this, wherever it stood, and waits for an answer. */
    public List<Outgoing> orders(String command, String argument) {
        return does(new What.Press("press", 1, new Action.Order(command, argument)));
    }

    /** The buttons as they stand below it by now. */
    private Keyboard shown(long message, Outgoing outgoing) {
        Keyboard shown = keyboard(outgoing);
        for (Outgoing later : gateway.to(chat)) {
            if (later instanceof Outgoing.Rebutton rebutton && rebutton.message() == message) {
                shown = rebutton.keyboard();
            }
        }
        return shown;
    }

    /** What came since last time, at least one message. */
    public List<Outgoing> reads() {
        return readsPast(read);
    }

    private List<Outgoing> readsPast(int before) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> gateway.to(chat).size() > before);
        List<Outgoing> all = List.copyOf(gateway.to(chat));
        List<Outgoing> fresh = all.subList(read, all.size());
        read = all.size();
        return fresh;
    }

    /** Has read all that came by now. */
    public void catchesUp() {
        read = gateway.to(chat).size();
    }

    /** All texts among these, one below the other. */
    public static String text(List<Outgoing> messages) {
        StringBuilder text = new StringBuilder();
        for (Outgoing outgoing : messages) {
            if (outgoing instanceof Outgoing.Say say) {
                text.append(say.text()).append('\n');
            } else if (outgoing instanceof Outgoing.Edit edit) {
                text.append(edit.text()).append('\n');
            } else if (outgoing instanceof Outgoing.Stored stored) {
                text.append(stored.caption()).append('\n');
            } else if (outgoing instanceof Outgoing.File file) {
                text.append(file.caption()).append('\n');
                if (!file.picture()) {
                    text.append(new String(file.content(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Does it with an update of this number, which may have come before; waits for nothing. */
    public void does(long update, What what) {
        TestCampaign.now(door.take(new Arrival(bot, update, chat, true, chat, firstName, "en", what, new byte[0])));
    }

    /** The number of an update that did not come yet. */
    public static long update() {
        return UPDATES.incrementAndGet();
    }

    /** Waits for an answer to this, which is not what came unread before it. */
    private List<Outgoing> does(What what) {
        int before = gateway.to(chat).size();
        TestCampaign.now(door.take(
                new Arrival(bot, UPDATES.incrementAndGet(), chat, true, chat, firstName, "en", what, new byte[0])));
        return readsPast(before);
    }

    private static Keyboard keyboard(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Say say) {
            return say.keyboard();
        }
        if (outgoing instanceof Outgoing.Edit edit) {
            return edit.keyboard();
        }
        if (outgoing instanceof Outgoing.Stored stored) {
            return stored.keyboard();
        }
        return outgoing instanceof Outgoing.File file ? file.keyboard() : Keyboard.NONE;
    }
}
