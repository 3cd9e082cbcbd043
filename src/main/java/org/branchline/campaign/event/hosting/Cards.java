package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Attendees;
import org.branchline.campaign.event.Called;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.meeting.Agenda;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Letter;
import org.branchline.intake.Arrival;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.What;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Shows shifts in cards, which {@link Watching} keeps from then on. */
@Singleton
class Cards {

    /** A message shows one shift, and a chat watches a shift in the message that shows it last. */
    private static final String OTHERS = """
            delete from shift_card where organisation = $1 and bot = $2 and chat = $3 and message = $4 and shift <> $5
            """;

    /** Without a stamp it is looked at once more: something may have changed while this was written. */
    private static final String WATCH = """
            insert into shift_card (organisation, bot, chat, shift, message, shown, stamp, opened_at, look_at)
            values ($1, $2, $3, $5, $4, $6, '', $7, clock_timestamp() + interval '3 seconds')
            on conflict (organisation, bot, chat, shift) do update set message = excluded.message, shown = excluded.shown,
              stamp = excluded.stamp, opened_at = excluded.opened_at, look_at = excluded.look_at
            """;

    /** In the place of a message's number while it has none; a trigger of the outbox puts the number there. */
    private static final long NOT_SENT = 0;

    private final Organisations organisations;

    Cards(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The card of a shift as this chat's member reads it now. */
    Uni<ShiftCard> of(Exchange exchange, Shift shift) {
        return of(exchange, shift, 0, Attendees.MANY);
    }

    /** The same with a part of those who signed up: of each standing at most so many, behind so many. */
    Uni<ShiftCard> of(Exchange exchange, Shift shift, int from, int most) {
        Organisation organisation = organisations.organisation(exchange.organisation());
        return Uni.combine()
                .all()
                .unis(
                        Attendees.of(exchange::read, exchange.organisation(), shift.id(), from, most),
                        Agenda.of(exchange::read, exchange.organisation(), shift))
                .asTuple()
                .map(found -> new ShiftCard(
                        shift,
                        found.getItem1(),
                        found.getItem2(),
                        Called.of(organisation, shift.event().area()).unknown(),
                        Mine.zone(exchange),
                        organisation.quietHours(),
                        exchange.person().language(),
                        exchange.now()));
    }

    /**
     * Shows it where the button was, and watches it there; without a button in a message of its own, which is watched as soon
     * as the platform has given it a number.
     */
    Uni<Void> show(Exchange exchange, Shift shift) {
        return of(exchange, shift)
                .invoke(card -> {
                    Arrival arrival = exchange.arrival();
                    if (arrival != null && arrival.what() instanceof What.Press press && press.message() > 0) {
                        InPlace.say(exchange, card.text(), card.keyboard());
                        watch(exchange, card, press.message());
                    } else {
                        watch(exchange, card, NOT_SENT);
                        exchange.send(Letter.reply(
                                        exchange.scene().bot(),
                                        exchange.scene().chat(),
                                        null,
                                        false,
                                        new Outgoing.Say(card.text(), card.keyboard()))
                                .showing(shift.id()));
                    }
                })
                .replaceWithVoid();
    }

    private static void watch(Exchange exchange, ShiftCard card, long message) {
        int organisation = exchange.organisation().number();
        long bot = exchange.scene().bot().id();
        long chat = exchange.scene().chat();
        long shift = card.shift().id();
        if (message != NOT_SENT) {
            exchange.write(OTHERS, organisation, bot, chat, message, shift);
        }
        exchange.write(WATCH, organisation, bot, chat, message, shift, card.hash(), exchange.utc());
    }

    /** The same as a change of a message. */
    static Outgoing edit(long message, ShiftCard card) {
        return new Outgoing.Edit(message, card.text(), card.keyboard());
    }
}
