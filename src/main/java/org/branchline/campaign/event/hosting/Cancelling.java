package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.event.Changing;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** Calls a shift off, or all of its series; asks first. */
@Singleton
class Cancelling {

    private static final Speech SPEECH = ShiftCard.SPEECH;

    private final Cards cards;

    Cancelling(Cards cards) {
        this.cards = cards;
    }

    Uni<Void> ask(Exchange exchange, Shift shift) {
        Optional<String> settled = Hosting.settled(exchange, shift);
        if (settled.isPresent()) {
            return Hosting.asked(exchange, settled.get(), Keyboard.NONE);
        }
        boolean series = series(shift);
        return cards.of(exchange, shift).chain(card -> {
            int told = card.attendees().counts().members();
            List<List<Button>> rows = new ArrayList<>();
            rows.add(List.of(card.button(series ? "cancel_one" : "cancel_yes", Hosting.CANCEL_ONE)));
            if (series) {
                rows.add(List.of(card.button("cancel_all", Hosting.CANCEL_ALL)));
            }
            rows.add(List.of(card.button("keep", Hosting.OPEN)));
            return Hosting.asked(
                    exchange,
                    Hosting.about(exchange, series ? "cancel.series" : "cancel.sure", shift) + " "
                            + SPEECH.count(exchange, "cancel.told", told),
                    new Keyboard(rows));
        });
    }

    private static boolean series(Shift shift) {
        return !shift.event().rule().isEmpty() && shift.event().open();
    }

    Uni<Void> one(Exchange exchange, Shift shift) {
        return Changing.cancel(exchange::read, exchange.organisation(), shift.id(), exchange.now())
                .chain(done -> {
                    if (!done.done()) {
                        return Hosting.said(
                                exchange,
                                Hosting.settled(exchange, shift).orElseGet(() -> Hosting.about(exchange, "off", shift)),
                                Keyboard.NONE);
                    }
                    audit(exchange, "cancelled a shift", "shift " + shift.id());
                    String text = Hosting.about(exchange, "cancelled", shift) + " "
                            + SPEECH.count(exchange, "told", done.members());
                    return ByPhone.of(exchange, shift)
                            .chain(guests -> Hosting.said(exchange, text + guests, Keyboard.NONE));
                });
    }

    Uni<Void> all(Exchange exchange, Shift shift) {
        if (!series(shift)) {
            return Hosting.said(exchange, Hosting.about(exchange, "off", shift), Keyboard.NONE);
        }
        Changing.cancelSeries(exchange, exchange.organisation(), shift.event().id());
        audit(exchange, "cancelled a series of shifts", "event " + shift.event().id());
        return ByPhone.ofSeries(exchange, shift)
                .chain(guests -> Hosting.said(
                        exchange, Hosting.about(exchange, "cancelled_all", shift) + guests, Keyboard.NONE));
    }

    private static void audit(Exchange exchange, String what, String subject) {
        Audit.record(
                exchange, exchange.organisation(), "member " + exchange.member().id(), what, List.of(subject));
    }
}
