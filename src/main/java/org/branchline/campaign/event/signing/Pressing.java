package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Places;
import org.branchline.campaign.event.Pressed;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.meeting.Meeting;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisations;

/** A press below a shift: sign up, leave, accept a place, let it go. */
@Singleton
class Pressing implements Command {

    static final String NAME = "shift";

    static final String OPEN = "o";
    static final String SIGN_UP = "s";
    static final String ACCEPT = "a";
    static final String LEAVE = "l";

    /** Leaves without being asked again. */
    static final String GONE = "g";

    static final String FILE = "i";

    /** Comes although it was moved; with the edition in which they read it. */
    static final String CONFIRM = "y";

    private static final Speech SPEECH = ShiftText.SPEECH;

    private final Organisations organisations;

    Pressing(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Pressed.read(argument)
                .map(pressed -> Mine.find(exchange, pressed.shift())
                        .chain(found ->
                                found.map(mine -> act(exchange, mine, pressed)).orElseGet(() -> gone(exchange))))
                .orElseGet(() -> gone(exchange));
    }

    private static Uni<Void> gone(Exchange exchange) {
        return said(exchange, SPEECH.say(exchange, "gone"), list(exchange));
    }

    private Uni<Void> act(Exchange exchange, Mine mine, Pressed pressed) {
        Shift shift = mine.shift();
        String key = !shift.open() ? "cancelled" : shift.over(exchange.now()) ? "over" : "";
        if (!key.isEmpty()) {
            return said(exchange, SPEECH.say(exchange, key, "title", title(exchange, shift)), list(exchange));
        }
        return switch (pressed.deed()) {
            case SIGN_UP -> signUp(exchange, mine);
            case ACCEPT -> accept(exchange, mine);
            case LEAVE -> ask(exchange, mine);
            case GONE -> leave(exchange, mine);
            case CONFIRM -> confirm(exchange, mine, (int) Math.min(pressed.number(), Integer.MAX_VALUE));
            case FILE -> {
                exchange.say(ShiftFile.of(exchange, mine));
                yield Uni.createFrom().voidItem();
            }
            default -> show(exchange, mine);
        };
    }

    private Uni<Void> signUp(Exchange exchange, Mine mine) {
        Shift shift = mine.shift();
        if (mine.standing() == Standing.OFFERED) {
            return accept(exchange, mine);
        }
        return Places.meanwhile(exchange, shift)
                .chain(other -> Places.signUp(exchange, shift, quiet(exchange)).chain(asked -> {
                    if (!asked.open() && !asked.standing().in()) {
                        return shift.begun(exchange.now())
                                ? said(
                                        exchange,
                                        SPEECH.say(exchange, "begun", "title", title(exchange, shift)),
                                        list(exchange))
                                : again(exchange, shift);
                    }
                    return asked.fresh() ? after(exchange, mine, asked, other) : show(exchange, mine);
                }));
    }

    private Uni<Void> after(Exchange exchange, Mine before, Places.Asked asked, Optional<Shift> other) {
        Mine mine = new Mine(before.shift(), asked.standing(), asked.ahead(), null);
        String head = asked.standing() == Standing.HELD
                ? SPEECH.say(exchange, "held")
                : SPEECH.say(exchange, "waiting", "place", "" + (asked.ahead() + 1));
        String meanwhile = other.map(shift -> "\n"
                        + SPEECH.say(exchange, "meanwhile", "title", title(exchange, shift), "at", at(exchange, shift)))
                .orElse("");
        return said(exchange, head + meanwhile + "\n\n" + whole(exchange, mine), keyboard(exchange, mine));
    }

    private Uni<Void> accept(Exchange exchange, Mine mine) {
        return Places.accept(exchange, mine.shift(), quiet(exchange)).chain(accepted -> {
            if (!accepted) {
                return mine.acceptable(exchange.now()) || mine.standing() == Standing.HELD
                        ? again(exchange, mine.shift())
                        : said(
                                exchange,
                                SPEECH.say(exchange, "too_late", "title", title(exchange, mine.shift())),
                                Keyboard.row(button(exchange, "wait_again", mine.shift(), SIGN_UP)));
            }
            Mine held = new Mine(mine.shift(), Standing.HELD, 0, null);
            return said(
                    exchange, SPEECH.say(exchange, "held") + "\n\n" + whole(exchange, held), keyboard(exchange, held));
        });
    }

    /** Something of it changed since it was looked at: as it is now. */
    private Uni<Void> again(Exchange exchange, Shift shift) {
        return Mine.find(exchange, shift.id())
                .chain(found -> found.map(mine -> show(exchange, mine)).orElseGet(() -> gone(exchange)));
    }

    private Uni<Void> ask(Exchange exchange, Mine mine) {
        return mine.standing().in()
                ? said(
                        exchange,
                        SPEECH.say(
                                exchange,
                                "leave.sure",
                                "title",
                                title(exchange, mine.shift()),
                                "at",
                                at(exchange, mine.shift())),
                        Keyboard.row(
                                button(exchange, "leave_yes", mine.shift(), GONE),
                                button(exchange, "keep", mine.shift(), OPEN)))
                : show(exchange, mine);
    }

    private Uni<Void> leave(Exchange exchange, Mine mine) {
        return Places.leave(exchange, mine.shift())
                .chain(before -> before == Standing.NONE
                        ? show(exchange, mine)
                        : said(
                                exchange,
                                SPEECH.say(
                                        exchange,
                                        before == Standing.HELD ? "left" : "left.queue",
                                        "title",
                                        title(exchange, mine.shift()),
                                        "at",
                                        at(exchange, mine.shift())),
                                list(exchange)));
    }

    private Uni<Void> confirm(Exchange exchange, Mine mine, int edition) {
        return Places.confirm(exchange, mine.shift(), edition).chain(confirmed -> {
            if (confirmed) {
                return said(
                        exchange,
                        SPEECH.say(exchange, "confirmed") + "\n\n" + whole(exchange, mine),
                        keyboard(exchange, mine));
            }
            return mine.standing() == Standing.HELD
                    ? said(exchange, whole(exchange, mine), stillComing(exchange, mine.shift()))
                    : show(exchange, mine);
        });
    }

    private Uni<Void> show(Exchange exchange, Mine mine) {
        return said(exchange, whole(exchange, mine), keyboard(exchange, mine));
    }

    /** The same in a message of its own, below some words. */
    void say(Exchange exchange, String head, Mine mine) {
        exchange.say(head + whole(exchange, mine), keyboard(exchange, mine));
    }

    private String whole(Exchange exchange, Mine mine) {
        return ShiftText.whole(
                mine, Mine.zone(exchange), quiet(exchange), exchange.person().language());
    }

    private QuietHours quiet(Exchange exchange) {
        return organisations.organisation(exchange.organisation()).quietHours();
    }

    /** What can be done with it. */
    static Keyboard keyboard(Exchange exchange, Mine mine) {
        Shift shift = mine.shift();
        List<List<Button>> rows = new ArrayList<>();
        switch (mine.standing()) {
            case HELD -> {
                rows.add(List.of(button(exchange, "file", shift, FILE), button(exchange, "cannot_come", shift, LEAVE)));
                rows.addAll(
                        Meeting.before(shift, exchange.now(), exchange.person().language()));
            }
            case WAITING -> rows.add(List.of(button(exchange, "stop_waiting", shift, GONE)));
            case OFFERED ->
                rows.add(List.of(button(exchange, "accept", shift, ACCEPT), button(exchange, "decline", shift, GONE)));
            case NONE, INVITED, LAPSED, LEFT -> {
                if (!shift.begun(exchange.now())) {
                    String key = shift.filling() == Shift.Filling.FULL ? "wait" : "sign_up";
                    rows.add(List.of(button(exchange, key, shift, SIGN_UP)));
                }
            }
        }
        List<Button> more = more(exchange, mine);
        if (!more.isEmpty()) {
            rows.add(more);
        }
        rows.add(List.of(SPEECH.button(exchange, "list", Listing.NAME, "")));
        return new Keyboard(rows);
    }

    /** What else whoever comes, or wants to, can do. */
    private static List<Button> more(Exchange exchange, Mine mine) {
        Shift shift = mine.shift();
        List<Button> more = new ArrayList<>();
        if (mine.standing().in() && !shift.begun(exchange.now())) {
            more.add(SPEECH.button(exchange, "friend", ShiftText.BRINGING, "" + shift.id()));
        }
        if (mine.standing() == Standing.HELD && !shift.event().script().isEmpty()) {
            more.add(SPEECH.button(exchange, "script", ShiftText.SCRIPT, "" + shift.id()));
        }
        return more;
    }

    /** What is asked of whoever has a place when it was moved. */
    static Keyboard stillComing(Exchange exchange, Shift shift) {
        return new Keyboard(List.of(
                List.of(button(exchange, "still_coming", shift, CONFIRM + shift.edition())),
                List.of(button(exchange, "cannot_come", shift, LEAVE))));
    }

    static Button button(Exchange exchange, String key, Shift shift, String deed) {
        return labelled(SPEECH.say(exchange, "button." + key), shift, deed);
    }

    static Button labelled(String label, Shift shift, String deed) {
        return new Button(label, new Action.Order(NAME, shift.id() + "." + deed));
    }

    static Keyboard list(Exchange exchange) {
        return Keyboard.row(SPEECH.button(exchange, "list", Listing.NAME, ""));
    }

    private static String title(Exchange exchange, Shift shift) {
        return shift.event().title(exchange.person().language());
    }

    private static String at(Exchange exchange, Shift shift) {
        return Moments.named(
                shift.startsAt(), Mine.zone(exchange), exchange.person().language());
    }

    private static Uni<Void> said(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }
}
