package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import org.branchline.campaign.event.EventRights;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/**
 * Keeps the cards of shifts for a day, or until the shift is over: each changes at most every 5 s, and only where it says
 * something else. One statement finds those whose shift changed; each of them is a turn of its chat, with its reader's rights
 * as of now.
 */
@Singleton
class Watching implements Round {

    private static final Duration OPEN = Duration.ofHours(24);

    /** So long after the end of a shift its card may still say that it is over. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private static final String DUE = """
            select c.chat, c.shift, c.message, n.stamp from shift_card c
            join shift s on s.organisation = $1 and s.id = c.shift
            join event e on e.organisation = $1 and e.id = s.event
            cross join lateral (
              select concat_ws(' ', s.state, s.taken, s.waiting, s.edition, s.starts_at <= $3, s.ends_at <= $3,
                md5(e.place || ' ' || e.link), (
                select md5(string_agg(concat_ws(' ', p.id, p.state, p.came, p.unconfirmed_since is null, h.reachable,
                  h.moved_to is null), ',' order by p.id))
                from shift_place p left join chat h on h.organisation = $1 and h.bot = $2 and h.member = p.member
                where p.organisation = $1 and p.shift = c.shift), (
                select string_agg(i.id::text, ',' order by i.id)
                from meeting_item i where i.organisation = $1 and i.shift = c.shift)) as stamp) n
            where c.organisation = $1 and c.bot = $2 and c.message > 0 and c.look_at <= clock_timestamp() and c.opened_at > $4
              and (s.ends_at > $5 or c.opened_at >= s.ends_at) and c.stamp <> n.stamp
            order by c.look_at limit $6
            """;

    private static final String LOOKED = """
            with before as materialized (
              select shown from shift_card where organisation = $1 and bot = $2 and chat = $3 and shift = $4 and message = $5)
            update shift_card c set shown = $6, stamp = $7, look_at = clock_timestamp() + interval '5 seconds'
            from before where c.organisation = $1 and c.bot = $2 and c.chat = $3 and c.shift = $4
            returning before.shown <> $6 as changed
            """;

    private static final String DROP =
            "delete from shift_card where organisation = $1 and bot = $2 and chat = $3 and shift = $4";

    private final OneByOne oneByOne;
    private final Cards cards;
    private final Clock clock;

    Watching(OneByOne oneByOne, Cards cards, Clock clock) {
        this.oneByOne = oneByOne;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "cards of shifts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(
                bot,
                what(),
                tx -> tx.query(
                        DUE,
                        bot.organisation().number(),
                        bot.id(),
                        clock.now().atOffset(ZoneOffset.UTC),
                        clock.now().minus(OPEN).atOffset(ZoneOffset.UTC),
                        clock.now().minus(AFTERWARDS).atOffset(ZoneOffset.UTC),
                        OneByOne.PAGE),
                this::look);
    }

    private Uni<Void> look(Exchange exchange, Row row) {
        if (exchange.scene().member() == null) {
            drop(exchange, row);
            return Uni.createFrom().voidItem();
        }
        return EventRights.theirs(exchange, row.getLong("shift")).chain(theirs -> {
            if (theirs.isPresent()) {
                return cards.of(exchange, theirs.get()).chain(card -> change(exchange, row, card));
            }
            drop(exchange, row);
            String refusal = ShiftCard.SPEECH.say(exchange, "not_for_you");
            send(exchange, new Outgoing.Edit(row.getLong("message"), refusal, Keyboard.NONE));
            return Uni.createFrom().voidItem();
        });
    }

    private static Uni<Void> change(Exchange exchange, Row row, ShiftCard card) {
        return exchange.read(
                        LOOKED,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        card.shift().id(),
                        row.getLong("message"),
                        card.hash(),
                        row.getString("stamp"))
                .invoke(changed -> {
                    if (changed.size() > 0 && changed.iterator().next().getBoolean("changed")) {
                        send(exchange, Cards.edit(row.getLong("message"), card));
                    }
                })
                .replaceWithVoid();
    }

    private static void drop(Exchange exchange, Row row) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.scene().chat(),
                row.getLong("shift"));
    }

    /** A change of a message makes no sound. */
    private static void send(Exchange exchange, Outgoing outgoing) {
        exchange.send(new Letter(
                exchange.scene().bot(),
                exchange.scene().chat(),
                null,
                Priority.REMINDER,
                Doubt.RESEND,
                false,
                outgoing));
    }
}
