package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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

    private final TestCampaign campaign;
    private final Door door;
    private final RecordingGateway gateway;
    private final Bot bot;
    private final long chat;
    private final String firstName;
    private int read;

    Volunteer(TestCampaign campaign, Door door, RecordingGateway gateway, Bot bot, long chat, String firstName) {
        this.campaign = campaign;
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
        campaign.allCame(bot);
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

    /** Presses the newest button whose label contains this, as soon as there is one, and waits for an answer. */
    public List<Outgoing> presses(String label) {
        TestCampaign.patiently("a button " + label).untilAsserted(() -> assertThat(press(label))
                .as(() -> "a button " + label + " in " + gateway.to(chat))
                .isPresent());
        return does(press(label).orElseThrow());
    }

    private Optional<What> press(String label) {
        List<Outgoing> all = List.copyOf(gateway.to(chat));
        for (int i = all.size() - 1; i >= 0; i--) {
            for (List<Button> row : keyboard(all.get(i)).rows()) {
                for (Button button : row) {
                    if (button.label().contains(label)) {
                        long message = 1_000L + all.lastIndexOf(all.get(i)) + 1;
                        return Optional.of(new What.Press(
                                "press" + message, message, button.action(), shown(message, all.get(i))));
                    }
                }
            }
        }
        return Optional.empty();
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

    /** Once something came; what else is said with it, to whomever, has come by then too. */
    private List<Outgoing> readsPast(int before) {
        TestCampaign.patiently("an answer").until(() -> gateway.to(chat).size() > before);
        campaign.allCame(bot);
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

    /** Does it with an update of this number, which may have come before, and waits until what follows has come, which may be nothing. */
    public void does(long update, What what) {
        TestCampaign.now(door.take(new Arrival(bot, update, chat, true, chat, firstName, "en", what, new byte[0])));
        campaign.allCame(bot);
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
