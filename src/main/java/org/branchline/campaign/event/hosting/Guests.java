package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.event.Attendee;
import org.branchline.campaign.event.Attendees;
import org.branchline.campaign.event.Places;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** People without a chat, whom their host adds and takes off. */
@Singleton
class Guests {

    private static final Speech SPEECH = ShiftCard.SPEECH;

    /** Characters of a name: it stands in a list. */
    private static final int LONGEST = 40;

    private static final int MOST_BUTTONS = 30;

    Uni<Void> ask(Exchange exchange, Shift shift) {
        Optional<String> settled = settled(exchange, shift);
        if (settled.isPresent()) {
            return Hosting.asked(exchange, settled.get(), Keyboard.NONE);
        }
        Typing.await(exchange, shift, Typing.Awaited.GUEST);
        return Hosting.asked(exchange, Hosting.about(exchange, "guest.ask", shift), Keyboard.NONE);
    }

    private static Optional<String> settled(Exchange exchange, Shift shift) {
        return Hosting.settled(exchange, shift)
                .or(() -> shift.begun(exchange.now())
                        ? Optional.of(Hosting.about(exchange, "begun", shift))
                        : Optional.empty());
    }

    /** Takes the name of one. */
    Uni<Void> heard(Exchange exchange, Shift shift, String typed) {
        String name = Typing.line(typed);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            return Hosting.asked(exchange, SPEECH.say(exchange, "guest.long", "most", "" + LONGEST), Keyboard.NONE);
        }
        return Attendees.of(exchange::read, exchange.organisation(), shift.id()).chain(attendees -> {
            if (attendees.guests().stream().anyMatch(guest -> guest.name().equalsIgnoreCase(name))) {
                return Hosting.asked(exchange, SPEECH.say(exchange, "guest.twice", "name", name), Keyboard.NONE);
            }
            Typing.drop(exchange);
            return Places.add(exchange, shift, name).chain(asked -> added(exchange, shift, name, asked));
        });
    }

    private static Uni<Void> added(Exchange exchange, Shift shift, String name, Places.Asked asked) {
        if (!asked.fresh()) {
            return Hosting.asked(
                    exchange,
                    settled(exchange, shift).orElseGet(() -> Hosting.about(exchange, "off", shift)),
                    Keyboard.NONE);
        }
        audit(exchange, shift, "added somebody to a shift");
        String language = exchange.person().language();
        return Hosting.asked(
                exchange,
                asked.standing() == Standing.HELD
                        ? SPEECH.say(exchange, "guest.held", "name", name)
                        : SPEECH.say(exchange, "guest.waits", "name", name, "place", "" + (asked.ahead() + 1)),
                Keyboard.row(
                        ShiftCard.button(language, "add", shift, Hosting.ADD),
                        ShiftCard.button(language, "take_off", shift, Hosting.GUESTS)));
    }

    /** Whom shall be taken off? */
    Uni<Void> show(Exchange exchange, Shift shift) {
        return Attendees.of(exchange::read, exchange.organisation(), shift.id()).chain(attendees -> {
            List<List<Button>> rows = attendees.guests().stream()
                    .limit(MOST_BUTTONS)
                    .map(guest -> List.of(ShiftCard.labelled(guest.name(), shift, Hosting.TAKE_OFF + guest.place())))
                    .toList();
            String key = rows.isEmpty() ? "guest.none" : "guest.whom";
            return Hosting.asked(exchange, Hosting.about(exchange, key, shift), new Keyboard(rows));
        });
    }

    Uni<Void> takeOff(Exchange exchange, Shift shift, long place) {
        Optional<String> settled = Hosting.settled(exchange, shift);
        if (settled.isPresent()) {
            return Hosting.said(exchange, settled.get(), Keyboard.NONE);
        }
        return Attendees.of(exchange::read, exchange.organisation(), shift.id()).chain(attendees -> {
            String name = attendees.guests().stream()
                    .filter(guest -> guest.place() == place)
                    .map(Attendee::name)
                    .findFirst()
                    .orElse("");
            return Places.takeOff(exchange, shift, place).chain(before -> {
                if (before == Standing.NONE) {
                    return Hosting.said(exchange, SPEECH.say(exchange, "guest.gone"), Keyboard.NONE);
                }
                audit(exchange, shift, "took somebody off a shift");
                return Hosting.said(exchange, SPEECH.say(exchange, "guest.off", "name", name), Keyboard.NONE);
            });
        });
    }

    private static void audit(Exchange exchange, Shift shift, String what) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                what,
                List.of("shift " + shift.id()));
    }
}
