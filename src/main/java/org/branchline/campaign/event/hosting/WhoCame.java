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
        return known(
                exchange,
                shift,
                () -> page == 0
                        ? of(exchange, shift, 0).chain(card -> Hosting.asked(exchange, text(card), keyboard(card, 0)))
                        : again(exchange, shift, page - 1));
    }

    /** A page of those who have a place. */
    Uni<ShiftCard> of(Exchange exchange, Shift shift, int page) {
        return cards.of(exchange, shift, page * Page.SIZE, Page.SIZE);
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
        return of(exchange, shift, page).chain(card -> Hosting.said(exchange, text(card), keyboard(card, page)));
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
        lines.add(SPEECH.in(language, card.attendees().counts().held() == 0 ? "came.nobody" : "came.how"));
        card.names(lines, "came.cancelled", Standing.LEFT);
        card.names(lines, "card.no_show", held.stream().filter(Attendee::noShow).toList(), 0, ShiftCard.MOST_NAMES);
        return String.join("\n", lines);
    }

    static Keyboard keyboard(ShiftCard card, int number) {
        Attendees.Counts counts = card.attendees().counts();
        if (counts.held() == 0) {
            return new Keyboard(notes(card));
        }
        Page<Attendee> page = Page.part(card.attendees().standing(Standing.HELD), number, counts.held());
        List<List<Button>> rows = new ArrayList<>();
        page.shown().forEach(one -> rows.add(List.of(toggle(card, one, page.number()))));
        rows.addAll(page.turning(
                to -> card.button("earlier", Hosting.WHO_CAME + (to + 1)),
                to -> card.button("more", Hosting.WHO_CAME + (to + 1))));
        if (counts.unsaid() > 0) {
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
