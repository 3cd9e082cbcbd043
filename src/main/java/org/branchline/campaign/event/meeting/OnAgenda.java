package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;

/** Puts something on a meeting's agenda, shows what is on it, and takes it off again. */
final class OnAgenda {

    private OnAgenda() {}

    /** Asks what it is, unless they have enough on it. */
    static Uni<Void> ask(Exchange exchange, Seat seat) {
        if (closed(exchange, seat)) {
            return Uni.createFrom().voidItem();
        }
        return agenda(exchange, seat.shift())
                .invoke(agenda -> {
                    if (room(exchange, seat, agenda)) {
                        Typing.await(exchange, seat.shift(), Typing.Awaited.ITEM);
                        exchange.say(Meeting.about(exchange, "item.ask", seat.shift()));
                    }
                })
                .replaceWithVoid();
    }

    /** What is said once it begins need not stand on a list. */
    private static boolean closed(Exchange exchange, Seat seat) {
        String key = !seat.shift().open() ? "off" : seat.shift().begun(exchange.now()) ? "item.begun" : "";
        if (!key.isEmpty()) {
            Typing.drop(exchange);
            exchange.say(Meeting.about(exchange, key, seat.shift()));
        }
        return !key.isEmpty();
    }

    private static boolean room(Exchange exchange, Seat seat, Agenda agenda) {
        boolean own = agenda.of(exchange.member().id()) >= Agenda.MOST_EACH;
        boolean full = agenda.items().size() >= Agenda.MOST;
        if (own || full) {
            exchange.say(
                    Meeting.about(
                            exchange, own ? "item.most" : "item.full", seat.shift(), "most", "" + Agenda.MOST_EACH),
                    Keyboard.row(button(exchange, "agenda", seat.shift(), Meeting.AGENDA)));
        }
        return !own && !full;
    }

    /** Takes it as it was typed. */
    static Uni<Void> heard(Exchange exchange, Seat seat, String typed) {
        if (closed(exchange, seat)) {
            return Uni.createFrom().voidItem();
        }
        return Meeting.line(exchange, typed, Agenda.LONGEST)
                .map(said -> add(exchange, seat, said))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> add(Exchange exchange, Seat seat, String said) {
        Typing.drop(exchange);
        return Agenda.add(exchange, seat.shift().id(), said)
                .chain(added -> agenda(exchange, seat.shift()).invoke(agenda -> {
                    if (added) {
                        added(exchange, seat.shift(), agenda, said);
                    } else {
                        room(exchange, seat, agenda);
                    }
                }))
                .replaceWithVoid();
    }

    private static void added(Exchange exchange, Shift shift, Agenda agenda, String said) {
        List<Button> row = new ArrayList<>();
        if (agenda.of(exchange.member().id()) < Agenda.MOST_EACH) {
            row.add(button(exchange, "another", shift, Meeting.PUT_ON));
        }
        row.add(button(exchange, "agenda", shift, Meeting.AGENDA));
        exchange.say(Meeting.about(exchange, "item.added", shift, "said", said), new Keyboard(List.of(row)));
    }

    /** All of it, a page at a time: 0 in a message of its own, further ones in place. */
    static Uni<Void> show(Exchange exchange, Seat seat, long page) {
        return agenda(exchange, seat.shift())
                .invoke(agenda -> {
                    Page<Agenda.Item> shown =
                            Page.of(agenda.items(), (int) Math.min(Math.max(0, page - 1), Agenda.MOST));
                    String text = text(exchange, seat, agenda, shown);
                    Keyboard keyboard = keyboard(exchange, seat, agenda, shown);
                    if (page == 0) {
                        exchange.say(text, keyboard);
                    } else {
                        InPlace.say(exchange, text, keyboard);
                    }
                })
                .replaceWithVoid();
    }

    private static String text(Exchange exchange, Seat seat, Agenda agenda, Page<Agenda.Item> shown) {
        if (agenda.items().isEmpty()) {
            return Meeting.about(exchange, "agenda.none", seat.shift());
        }
        List<String> lines = new ArrayList<>();
        lines.add(Meeting.about(exchange, "agenda", seat.shift()));
        shown.shown()
                .forEach(item -> lines.add(
                        number(agenda, item) + ". " + item.said() + (seat.host() ? " · " + item.name() : "")));
        return String.join("\n", lines);
    }

    private static int number(Agenda agenda, Agenda.Item item) {
        return agenda.items().indexOf(item) + 1;
    }

    private static Keyboard keyboard(Exchange exchange, Seat seat, Agenda agenda, Page<Agenda.Item> shown) {
        boolean before = seat.shift().open() && !seat.shift().begun(exchange.now());
        long member = exchange.member().id();
        List<List<Button>> rows = new ArrayList<>();
        shown.shown().stream()
                .filter(item -> before && (seat.host() || item.member() == member))
                .forEach(item -> rows.add(List.of(Meeting.labelled(
                        "✗ " + number(agenda, item) + ". " + item.said(),
                        seat.shift(),
                        Meeting.TAKE_OFF + item.id()))));
        rows.addAll(shown.turning(
                to -> button(exchange, "earlier", seat.shift(), Meeting.AGENDA + (to + 1)),
                to -> button(exchange, "more", seat.shift(), Meeting.AGENDA + (to + 1))));
        if (before && agenda.of(member) < Agenda.MOST_EACH) {
            rows.add(List.of(button(exchange, "put_on", seat.shift(), Meeting.PUT_ON)));
        }
        return new Keyboard(rows);
    }

    /** Shows what is left. */
    static Uni<Void> takeOff(Exchange exchange, Seat seat, long item) {
        if (closed(exchange, seat)) {
            return Uni.createFrom().voidItem();
        }
        exchange.say(new Outgoing.Acknowledge(Meeting.SPEECH.say(exchange, "item.off")));
        if (seat.host()) {
            Audit.record(
                    exchange,
                    exchange.organisation(),
                    "member " + exchange.member().id(),
                    "took something off an agenda",
                    List.of("shift " + seat.shift().id()));
        }
        return Agenda.takeOff(exchange, seat, item).chain(() -> show(exchange, seat, 1));
    }

    private static Uni<Agenda> agenda(Exchange exchange, Shift shift) {
        return Agenda.of(exchange::read, exchange.organisation(), shift);
    }

    private static Button button(Exchange exchange, String key, Shift shift, String deed) {
        return Meeting.button(exchange.person().language(), key, shift, deed);
    }
}
