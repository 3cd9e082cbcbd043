package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.branchline.campaign.event.Attendee;
import org.branchline.campaign.event.Attendees;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.meeting.Meeting;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;

/** Notes who came to a shift; nothing of it is said to them. */
@Singleton
class WhoCame {

    private static final Speech SPEECH = ShiftCard.SPEECH;

    private final Cards cards;

    WhoCame(Cards cards) {
        this.cards = cards;
    }

    /** Asks, from the card in a message of its own. */
    Uni<Void> show(Exchange exchange, Shift shift, int page) {
        return known(exchange, shift, () -> cards.of(exchange, shift)
                .chain(card -> page == 0
                        ? Hosting.asked(exchange, text(card), keyboard(card, 0))
                        : Hosting.said(exchange, text(card), keyboard(card, page - 1))));
    }

    Uni<Void> note(Exchange exchange, Shift shift, long place, boolean came, int page) {
        return known(
                exchange, shift, () -> Attendees.note(exchange::read, exchange.organisation(), shift.id(), place, came)
                        .chain(() -> again(exchange, shift, page)));
    }

    Uni<Void> all(Exchange exchange, Shift shift, int page) {
        return known(exchange, shift, () -> Attendees.allCame(exchange::read, exchange.organisation(), shift.id())
                .chain(() -> again(exchange, shift, page)));
    }

    private Uni<Void> again(Exchange exchange, Shift shift, int page) {
        return cards.of(exchange, shift).chain(card -> Hosting.said(exchange, text(card), keyboard(card, page)));
    }

    /** Nobody can know before it begins. */
    private static Uni<Void> known(Exchange exchange, Shift shift, Supplier<Uni<Void>> then) {
        if (!shift.open()) {
            return Hosting.said(exchange, Hosting.about(exchange, "off", shift), Keyboard.NONE);
        }
        return shift.begun(exchange.now())
                ? then.get()
                : Hosting.said(exchange, Hosting.about(exchange, "came.early", shift), Hosting.card(exchange, shift));
    }

    /** Who came, as far as it is noted, and who said before that they cannot. */
    static String text(ShiftCard card) {
        List<String> lines = new ArrayList<>();
        String language = card.language();
        lines.add(SPEECH.in(
                language,
                "came",
                "title",
                card.shift().event().title(language),
                "at",
                Moments.named(card.shift().startsAt(), card.zone(), language)));
        List<Attendee> held = card.attendees().standing(Standing.HELD);
        lines.add(SPEECH.in(language, held.isEmpty() ? "came.nobody" : "came.how"));
        add(lines, card, "came.cancelled", card.attendees().standing(Standing.LEFT));
        add(lines, card, "card.no_show", held.stream().filter(Attendee::noShow).toList());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, ShiftCard card, String key, List<Attendee> some) {
        if (!some.isEmpty()) {
            lines.add(SPEECH.in(card.language(), key, "names", card.names(some)));
        }
    }

    static Keyboard keyboard(ShiftCard card, int number) {
        List<Attendee> held = card.attendees().standing(Standing.HELD);
        if (held.isEmpty()) {
            return new Keyboard(notes(card));
        }
        Page<Attendee> page = Page.of(held, number);
        List<List<Button>> rows = new ArrayList<>();
        page.shown().forEach(one -> rows.add(List.of(toggle(card, one, page.number()))));
        rows.addAll(page.turning(
                to -> card.button("earlier", Hosting.WHO_CAME + (to + 1)),
                to -> card.button("more", Hosting.WHO_CAME + (to + 1))));
        if (held.stream().anyMatch(one -> one.came() == null)) {
            rows.add(List.of(card.button("all_came", Hosting.ALL_CAME + "." + page.number())));
        }
        rows.addAll(notes(card));
        return new Keyboard(rows);
    }

    private static List<List<Button>> notes(ShiftCard card) {
        return Meeting.after(card.shift(), card.now(), card.language());
    }

    private static Button toggle(ShiftCard card, Attendee one, int page) {
        Boolean came = one.came();
        String mark = came == null ? "· " : came ? "✓ " : "✗ ";
        String deed = came != null && came ? Hosting.NOT_CAME : Hosting.CAME;
        return ShiftCard.labelled(mark + card.attendees().called(one), card.shift(), deed + one.place() + "." + page);
    }
}
