package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;

/**
 * {@code /met}: the week's one-to-ones, and whom did you meet? {@code /met Jo} begins with whom; every press goes on from
 * there. Whatever number a press brings, it is looked for among the member's own.
 */
@Singleton
class Meeting implements Command {

    static final String NAME = "met";

    static final String LIST = "l";
    static final String GOALS = "g";
    static final String GOAL = "s";
    static final String OPEN = "o";
    static final String CHANGE = "c";
    static final String WHO = "p";
    static final String WHEN = "w";

    /** Behind it the day. */
    static final String MET_ON = "d";

    static final String OTHER_DAY = "a";
    static final String NOTE = "n";
    static final String NO_NOTE = "u";
    static final String GET_BACK = "f";

    /** Behind it the day. */
    static final String BACK_ON = "t";

    static final String OTHER_BACK = "b";
    static final String NOT_BACK = "k";
    static final String DONE = "y";
    static final String AGAIN = "m";
    static final String DELETE = "x";
    static final String DELETED = "z";
    static final String LEAVE = "q";

    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})\\.([a-z])(\\d{0,6})");

    private final OneToOnes all;
    private final Listing listing;
    private final Logging logging;
    private final GettingBack back;

    Meeting(OneToOnes all, Listing listing, Logging logging, GettingBack back) {
        this.all = all;
        this.listing = listing;
        this.logging = logging;
        this.back = back;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        // Whoever was met stands in it.
        exchange.markSpecial();
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return argument.isBlank() ? listing.show(exchange, 0) : logging.who(exchange, argument);
        }
        long id = Long.parseLong(pressed.group(1));
        int with = pressed.group(3).isEmpty() ? 0 : Integer.parseInt(pressed.group(3));
        return switch (pressed.group(2)) {
            case LIST -> listing.show(exchange, id);
            case GOALS -> listing.goals(exchange);
            case GOAL -> listing.goal(exchange, with);
            default ->
                all.find(exchange, id).chain(found -> found.map(one -> act(exchange, one, pressed.group(2), with))
                        .orElseGet(() -> gone(exchange)));
        };
    }

    private Uni<Void> act(Exchange exchange, OneToOne one, String deed, int with) {
        return switch (deed) {
            case LEAVE -> logging.leave(exchange, one);
            case MET_ON -> logging.day(exchange, one, LocalDate.ofEpochDay(with));
            case OTHER_DAY -> logging.askDay(exchange, one, "day.ask");
            case WHO -> logging.askWho(exchange, one);
            default ->
                one.metOn() == null || deed.equals(WHEN)
                        ? logging.when(exchange, one)
                        : later(exchange, one, deed, with);
        };
    }

    /** What can be done with one only once it is logged. */
    private Uni<Void> later(Exchange exchange, OneToOne one, String deed, int with) {
        return switch (deed) {
            case NOTE -> logging.askNote(exchange, one);
            case NO_NOTE, GET_BACK -> back.ask(exchange, one);
            case BACK_ON -> back.on(exchange, one, LocalDate.ofEpochDay(with));
            case OTHER_BACK -> back.askDay(exchange, one, "back.day");
            case NOT_BACK -> back.not(exchange, one);
            case DONE -> back.done(exchange, one);
            case AGAIN -> logging.again(exchange, one);
            case DELETE -> Card.sure(exchange, one);
            case DELETED -> {
                all.drop(exchange, one);
                yield Saying.said(exchange, Saying.SPEECH.say(exchange, "deleted"), Keyboard.row(Saying.all(exchange)));
            }
            case CHANGE -> Card.change(exchange, one);
            default -> Card.show(exchange, one);
        };
    }

    private static Uni<Void> gone(Exchange exchange) {
        return Saying.said(exchange, Saying.SPEECH.say(exchange, "gone"), Keyboard.row(Saying.all(exchange)));
    }
}
