package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.event.EventRights;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;

/**
 * {@code /host}: the shifts one sees to; {@code /host 12}: one of them; and every press below its card. Who may is asked
 * each time.
 */
@Singleton
class Hosting implements Command {

    static final String NAME = "host";

    static final String OPEN = "o";
    static final String ADD = "a";
    static final String GUESTS = "g";
    static final String TAKE_OFF = "x";
    static final String CANCEL = "c";
    static final String CANCEL_ONE = "y";
    static final String CANCEL_ALL = "z";
    static final String MOVE = "m";
    static final String MOVE_TO = "p";
    static final String WHO_CAME = "w";
    static final String CAME = "t";
    static final String NOT_CAME = "n";
    static final String ALL_CAME = "e";
    static final String EVERYBODY = "v";
    static final String WHERE = "u";

    private static final Speech SPEECH = ShiftCard.SPEECH;
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})(?:\\.([a-z])(\\d{0,12})(?:\\.(\\d{1,3}))?)?");

    private final HostList list;
    private final Cards cards;
    private final Guests guests;
    private final Cancelling cancelling;
    private final Moving moving;
    private final WhoCame whoCame;
    private final Everybody everybody;
    private final Placing placing;

    Hosting(
            HostList list,
            Cards cards,
            Guests guests,
            Cancelling cancelling,
            Moving moving,
            WhoCame whoCame,
            Everybody everybody,
            Placing placing) {
        this.list = list;
        this.cards = cards;
        this.guests = guests;
        this.cancelling = cancelling;
        this.moving = moving;
        this.whoCame = whoCame;
        this.everybody = everybody;
        this.placing = placing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        return pressed.matches()
                ? EventRights.theirs(exchange, Long.parseLong(pressed.group(1)))
                        .chain(found -> found.map(shift -> act(exchange, shift, pressed))
                                .orElseGet(() -> refuse(exchange)))
                : list.show(exchange, argument);
    }

    private Uni<Void> act(Exchange exchange, Shift shift, Matcher pressed) {
        String deed = pressed.group(2) == null ? OPEN : pressed.group(2);
        String number = pressed.group(3);
        long which = number == null || number.isEmpty() ? 0 : Long.parseLong(number);
        int page = pressed.group(4) == null ? 0 : Integer.parseInt(pressed.group(4));
        return switch (deed) {
            case ADD -> guests.ask(exchange, shift);
            case GUESTS -> guests.show(exchange, shift, (int) Math.min(which, 999));
            case TAKE_OFF -> guests.takeOff(exchange, shift, which);
            case CANCEL -> cancelling.ask(exchange, shift);
            case CANCEL_ONE -> cancelling.one(exchange, shift);
            case CANCEL_ALL -> cancelling.all(exchange, shift);
            case MOVE -> moving.ask(exchange, shift);
            case MOVE_TO -> moving.move(exchange, shift, which);
            case WHO_CAME -> whoCame.show(exchange, shift, (int) Math.min(which, 999));
            case CAME, NOT_CAME -> whoCame.note(exchange, shift, which, deed.equals(CAME), page);
            case ALL_CAME -> whoCame.all(exchange, shift, page);
            case EVERYBODY -> everybody.show(exchange, shift, (int) Math.min(which, 999));
            case WHERE -> placing.ask(exchange, shift);
            default -> cards.show(exchange, shift);
        };
    }

    static Uni<Void> refuse(Exchange exchange) {
        return said(exchange, SPEECH.say(exchange, "not_for_you"), Keyboard.NONE);
    }

    static Uni<Void> said(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }

    /** In a message of its own: the card stays as it is. */
    static Uni<Void> asked(Exchange exchange, String text, Keyboard keyboard) {
        exchange.say(text, keyboard);
        return Uni.createFrom().voidItem();
    }

    /** Why nothing of it can be changed any more, empty where it can. */
    static Optional<String> settled(Exchange exchange, Shift shift) {
        String key = !shift.open() ? "off" : shift.over(exchange.now()) ? "over" : "";
        return key.isEmpty() ? Optional.empty() : Optional.of(about(exchange, key, shift));
    }

    /** The same, also where it has begun. */
    static Optional<String> begun(Exchange exchange, Shift shift) {
        return settled(exchange, shift)
                .or(() ->
                        shift.begun(exchange.now()) ? Optional.of(about(exchange, "begun", shift)) : Optional.empty());
    }

    /** A text about a shift, by its reader's clock. */
    static String about(Exchange exchange, String key, Shift shift) {
        String language = exchange.person().language();
        return SPEECH.say(
                exchange,
                key,
                "title",
                shift.event().title(language),
                "at",
                Moments.named(shift.startsAt(), Mine.zone(exchange), language));
    }

    static Keyboard card(Exchange exchange, Shift shift) {
        return Keyboard.row(ShiftCard.button(exchange.person().language(), "card", shift, OPEN));
    }
}
