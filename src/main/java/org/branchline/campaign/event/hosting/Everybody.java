package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Attendees;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Page;

/** Everybody who has a place or waits for one, where they are too many for a card: some of each on every page. */
@Singleton
class Everybody {

    /** On a page, of each standing: all of them fit, whatever they are called. */
    private static final int SIZE = ShiftCard.MOST_NAMES;

    private final Cards cards;

    Everybody(Cards cards) {
        this.cards = cards;
    }

    /**
     * Shows a page: the first from the card in a message of its own.
     *
     * @param number 0 for the first from the card, else one more than the page
     */
    Uni<Void> show(Exchange exchange, Shift shift, int number) {
        int page = Math.max(0, number - 1);
        return cards.of(exchange, shift, page * SIZE, SIZE).chain(card -> {
            String text = Hosting.about(exchange, "everybody", shift) + "\n" + card.people();
            return number == 0
                    ? Hosting.asked(exchange, text, turning(card, page))
                    : Hosting.said(exchange, text, turning(card, page));
        });
    }

    private static Keyboard turning(ShiftCard card, int page) {
        Attendees.Counts counts = card.attendees().counts();
        int most =
                Math.max(counts.of(Standing.HELD), Math.max(counts.of(Standing.OFFERED), counts.of(Standing.WAITING)));
        return new Keyboard(Page.turning(
                page,
                Math.max(0, most - 1) / SIZE,
                to -> card.button("earlier", Hosting.EVERYBODY + (to + 1)),
                to -> card.button("more", Hosting.EVERYBODY + (to + 1))));
    }
}
