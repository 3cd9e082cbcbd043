package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.event.Places;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;

/** People without a chat, whom their host adds and takes off. */
@Singleton
class Guests {

    private static final Speech SPEECH = ShiftCard.SPEECH;

    /** Characters of a name: it stands in a list. */
    private static final int LONGEST = 40;

    private static final String NAMED = """
            select 1 from shift_place
            where organisation = $1 and shift = $2 and lower(guest) = lower($3) and state in ('held', 'waiting', 'offered')
            limit 1
            """;

    private static final String PAGE = """
            select id, guest, count(*) over ()::int as many from shift_place
            where organisation = $1 and shift = $2 and guest is not null and state in ('held', 'waiting', 'offered')
            order by queue offset $3 limit $4
            """;

    private static final String NAME =
            "select guest from shift_place where organisation = $1 and shift = $2 and id = $3 and guest is not null";

    Uni<Void> ask(Exchange exchange, Shift shift) {
        Optional<String> settled = Hosting.begun(exchange, shift);
        if (settled.isPresent()) {
            return Hosting.asked(exchange, settled.get(), Keyboard.NONE);
        }
        Typing.await(exchange, shift, Typing.Awaited.GUEST);
        return Hosting.asked(exchange, Hosting.about(exchange, "guest.ask", shift), Keyboard.NONE);
    }

    /** Takes the name of one. */
    Uni<Void> heard(Exchange exchange, Shift shift, String typed) {
        String name = Typing.line(typed);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            return Hosting.asked(exchange, SPEECH.say(exchange, "guest.long", "most", "" + LONGEST), Keyboard.NONE);
        }
        return exchange.read(NAMED, exchange.organisation().number(), shift.id(), name)
                .chain(named -> {
                    if (named.size() > 0) {
                        return Hosting.asked(
                                exchange, SPEECH.say(exchange, "guest.twice", "name", name), Keyboard.NONE);
                    }
                    Typing.drop(exchange);
                    return Places.add(exchange, shift, name).chain(asked -> added(exchange, shift, name, asked));
                });
    }

    private static Uni<Void> added(Exchange exchange, Shift shift, String name, Places.Asked asked) {
        if (!asked.fresh()) {
            return Hosting.asked(
                    exchange,
                    Hosting.begun(exchange, shift).orElseGet(() -> Hosting.about(exchange, "off", shift)),
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

    /**
     * Whom shall be taken off?
     *
     * @param number 0 for the first page in a message of its own, else one more than the page
     */
    Uni<Void> show(Exchange exchange, Shift shift, int number) {
        int page = Math.max(0, number - 1);
        return exchange.read(
                        PAGE, exchange.organisation().number(), shift.id(), (long) page * Page.SIZE, (long) Page.SIZE)
                .chain(guests -> {
                    String text = Hosting.about(exchange, guests.size() == 0 ? "guest.none" : "guest.whom", shift);
                    Keyboard keyboard = keyboard(exchange, shift, guests, page);
                    return number == 0
                            ? Hosting.asked(exchange, text, keyboard)
                            : Hosting.said(exchange, text, keyboard);
                });
    }

    private static Keyboard keyboard(Exchange exchange, Shift shift, RowSet<Row> guests, int page) {
        List<List<Button>> rows = new ArrayList<>();
        int many = 0;
        for (Row guest : guests) {
            many = guest.getInteger("many");
            rows.add(List.of(
                    ShiftCard.labelled(guest.getString("guest"), shift, Hosting.TAKE_OFF + guest.getLong("id"))));
        }
        String language = exchange.person().language();
        rows.addAll(Page.part(List.of(), page, many)
                .turning(
                        to -> ShiftCard.button(language, "earlier", shift, Hosting.GUESTS + (to + 1)),
                        to -> ShiftCard.button(language, "more", shift, Hosting.GUESTS + (to + 1))));
        return new Keyboard(rows);
    }

    Uni<Void> takeOff(Exchange exchange, Shift shift, long place) {
        Optional<String> settled = Hosting.settled(exchange, shift);
        if (settled.isPresent()) {
            return Hosting.said(exchange, settled.get(), Keyboard.NONE);
        }
        return exchange.read(NAME, exchange.organisation().number(), shift.id(), place)
                .chain(found -> {
                    String name =
                            found.size() == 0 ? "" : found.iterator().next().getString("guest");
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
