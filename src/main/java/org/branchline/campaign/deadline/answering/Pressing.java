package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.campaign.broadcast.Arrived;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Holding;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.diary.Entry;
import org.branchline.campaign.helpdesk.Asking;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.intake.What;

/** A press below a deadline, wherever it is shown: in a message to many, in a reminder, or on the list. */
@Singleton
class Pressing implements Command {

    /** The calendar file. */
    static final String FILE = "i";

    /** Shows it with all of these. */
    static final String OPEN = "o";

    /** Cannot, and no word why. */
    private static final String NO_REASON = "n";

    private static final Speech SPEECH = Telling.SPEECH;
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12}):(\\d{1,12}):([a-z]{1,2})");

    private final Asking asking;

    Pressing(Asking asking) {
        this.asking = asking;
    }

    @Override
    public String name() {
        return Telling.COMMAND;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches() || !(Objects.requireNonNull(exchange.arrival()).what() instanceof What.Press press)) {
            return toast(exchange, "gone");
        }
        long content = Long.parseLong(pressed.group(1));
        return Mine.find(exchange, Long.parseLong(pressed.group(2))).chain(found -> found.map(mine -> {
                    Arrived.prove(
                            exchange,
                            exchange.organisation(),
                            content,
                            exchange.member().id(),
                            press.message());
                    return mine.deadline().open()
                            ? stillTheirs(exchange, mine)
                                    .chain(theirs -> theirs
                                            ? act(exchange, press, mine, content, pressed.group(3))
                                            : toast(exchange, "gone"))
                            : toast(exchange, "called_off");
                })
                .orElseGet(() -> toast(exchange, "gone")));
    }

    /** A part may be taken back in this very moment. */
    private static Uni<Boolean> stillTheirs(Exchange exchange, Mine mine) {
        return mine.deadline().parent() == null
                ? Uni.createFrom().item(true)
                : Holding.take(exchange, mine.deadline().id(), exchange.member().id());
    }

    private Uni<Void> act(Exchange exchange, What.Press press, Mine mine, long content, String deed) {
        Deadline deadline = mine.deadline();
        return switch (deed) {
            case Telling.DONE -> {
                Answers.done(exchange, deadline.id());
                noted(exchange, press, mine, content, deed);
                yield Uni.createFrom().voidItem();
            }
            case Telling.CANNOT -> {
                boolean again = mine.said().equals(Answers.CANNOT);
                if (!again) {
                    Answers.cannot(exchange, deadline.id());
                }
                noted(exchange, press, mine, content, deed);
                yield again ? Uni.createFrom().voidItem() : askWhy(exchange, mine);
            }
            case NO_REASON -> {
                Answers.noReason(exchange);
                yield said(exchange, SPEECH.say(exchange, "why.none"), Keyboard.NONE);
            }
            case Telling.LATER -> offer(exchange, mine);
            case Telling.HELP -> {
                Answers.noReason(exchange);
                yield asking.about(exchange, mine.title(exchange));
            }
            case FILE -> {
                exchange.say(file(exchange, deadline));
                yield Uni.createFrom().voidItem();
            }
            case OPEN -> said(exchange, Showing.text(exchange, mine), Showing.keyboard(exchange, mine));
            default -> later(exchange, mine, deed);
        };
    }

    private static Uni<Void> askWhy(Exchange exchange, Mine mine) {
        exchange.say(
                SPEECH.say(exchange, "why", "title", mine.title(exchange)),
                Keyboard.row(Telling.button(
                        mine.deadline().id(), 0, exchange.person().language(), NO_REASON, "no_reason")));
        return Uni.createFrom().voidItem();
    }

    private static Outgoing file(Exchange exchange, Deadline deadline) {
        String language = exchange.person().language();
        Entry entry = Entry.from(
                        "deadline-" + deadline.id() + "-"
                                + exchange.organisation().number(),
                        deadline.edition(),
                        deadline.title(language))
                .about(deadline.task(language));
        return (deadline.due() instanceof Moment moment
                        ? entry.at(moment.at())
                        : entry.on(((EndOf) deadline.due()).day()))
                .file("deadline-" + deadline.id(), exchange.now());
    }

    /** Asks when; a message of its own, since other things may stand where it was pressed. */
    private static Uni<Void> offer(Exchange exchange, Mine mine) {
        Deadline deadline = mine.deadline();
        Map<Later, Instant> choices = Later.choices(deadline.due(), Mine.zone(exchange), exchange.now());
        if (choices.isEmpty()) {
            return toast(exchange, "later.too_late");
        }
        List<List<Button>> rows = new ArrayList<>();
        choices.keySet()
                .forEach(choice -> rows.add(List.of(
                        Telling.button(deadline.id(), 0, exchange.person().language(), choice.deed(), choice.key()))));
        exchange.say(SPEECH.say(exchange, "later.ask", "title", mine.title(exchange)), new Keyboard(rows));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> later(Exchange exchange, Mine mine, String deed) {
        Deadline deadline = mine.deadline();
        for (Map.Entry<Later, Instant> choice : Later.choices(deadline.due(), Mine.zone(exchange), exchange.now())
                .entrySet()) {
            if (choice.getKey().deed().equals(deed)) {
                Answers.later(exchange, deadline.id(), choice.getValue());
                String at = Moments.named(
                        choice.getValue(),
                        Mine.zone(exchange),
                        exchange.person().language());
                return said(
                        exchange,
                        SPEECH.say(exchange, "later.noted", "at", at, "title", mine.title(exchange)),
                        Keyboard.NONE);
            }
        }
        return toast(exchange, "later.too_late");
    }

    /** Says it over the chat, and marks the button that was pressed; what stands beside it stays. */
    private static void noted(Exchange exchange, What.Press press, Mine mine, long content, String deed) {
        String ours = content + ":" + mine.deadline().id() + ":";
        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, "noted." + deed)));
        if (press.message() > 0 && !press.shown().isEmpty()) {
            exchange.say(new Outgoing.Rebutton(
                    press.message(),
                    press.shown()
                            .marking(
                                    order -> order.command().equals(Telling.COMMAND)
                                            && order.argument().startsWith(ours),
                                    order -> order.argument().equals(ours + deed))));
        }
    }

    private static Uni<Void> said(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> toast(Exchange exchange, String key) {
        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, key)));
        return Uni.createFrom().voidItem();
    }
}
