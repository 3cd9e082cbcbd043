package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.event.Changing;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.campaign.event.Where;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** Says where an event is, or that it is somewhere else: until it begins, and whoever has a place hears of it. */
@Singleton
class Placing {

    private static final Speech SPEECH = ShiftCard.SPEECH;

    Uni<Void> ask(Exchange exchange, Shift shift) {
        Optional<String> wrong = Hosting.begun(exchange, shift);
        if (wrong.isPresent()) {
            return Hosting.asked(exchange, wrong.get(), Keyboard.NONE);
        }
        Typing.await(exchange, shift, Typing.Awaited.WHERE);
        return Hosting.asked(exchange, about(exchange, "where.ask", shift), Keyboard.NONE);
    }

    /** A series is all in one place. */
    private static String about(Exchange exchange, String key, Shift shift) {
        return Hosting.about(exchange, shift.event().rule().isEmpty() ? key : key + ".series", shift);
    }

    /** Takes what was typed. */
    Uni<Void> heard(Exchange exchange, Shift shift, String typed) {
        Optional<String> wrong = Hosting.begun(exchange, shift);
        if (wrong.isPresent()) {
            Typing.drop(exchange);
            return Hosting.asked(exchange, wrong.get(), Keyboard.NONE);
        }
        String line = typed.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > Where.LONGEST) {
            return Hosting.asked(
                    exchange, SPEECH.say(exchange, "where.long", "most", "" + Where.LONGEST), Keyboard.NONE);
        }
        Typing.drop(exchange);
        Where where = Where.read(line);
        return Changing.where(exchange::read, exchange, exchange.organisation(), shift.event(), where, exchange.now())
                .chain(changed -> changed ? said(exchange, shift, where) : same(exchange, shift));
    }

    private static Uni<Void> same(Exchange exchange, Shift shift) {
        return Hosting.asked(exchange, Hosting.about(exchange, "where.same", shift), Hosting.card(exchange, shift));
    }

    private static Uni<Void> said(Exchange exchange, Shift shift, Where where) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                "said where an event is",
                List.of("event " + shift.event().id()));
        return ByPhone.ofSeries(exchange, shift)
                .chain(guests -> Hosting.asked(
                        exchange,
                        about(exchange, "where.said", shift) + "\n"
                                + ShiftCard.where(where, exchange.person().language()) + guests,
                        Hosting.card(exchange, shift)));
    }
}
