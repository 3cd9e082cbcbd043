package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Tells hosts who is expected when their shift begins, and asks them who came once it is over. */
@Singleton
class TellingHosts implements Round {

    private static final Duration LONGEST_SHIFT = Duration.ofDays(1);

    /** After that long nobody asks any more: the service was down. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final int PAGE = 100;
    private static final int EXPECTED = 1;
    private static final int CAME = 2;

    private static final String DUE = """
            select s.id as shift, case when s.ends_at <= $3 then 2 else 1 end as what, c.id as chat from shift s
            join event e on e.organisation = $1 and e.id = s.event and e.bot = $2
            join member m on m.organisation = $1 and m.id = e.host and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = m.id and c.reachable and c.moved_to is null
            where s.organisation = $1 and s.state = 'open' and s.host_told < 2 and s.starts_at <= $3 and s.starts_at > $4
              and s.ends_at > $5 and s.host_told < case when s.ends_at <= $3 then 2 else 1 end
            order by s.starts_at limit $6
            """;

    private static final String TAKE = """
            update shift set host_told = $3 where organisation = $1 and id = $2 and host_told < $3 and state = 'open'
            """;

    private final Transactions transactions;
    private final Turns turns;
    private final Cards cards;
    private final WhoCame whoCame;
    private final Clock clock;

    TellingHosts(Transactions transactions, Turns turns, Cards cards, WhoCame whoCame, Clock clock) {
        this.transactions = transactions;
        this.turns = turns;
        this.cards = cards;
        this.whoCame = whoCame;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "what hosts are told of shifts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                DUE,
                                bot.organisation().number(),
                                bot.id(),
                                clock.now().atOffset(ZoneOffset.UTC),
                                clock.now().minus(LATE).minus(LONGEST_SHIFT).atOffset(ZoneOffset.UTC),
                                clock.now().minus(LATE).atOffset(ZoneOffset.UTC),
                                (long) PAGE))
                .flatMap(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> turns.of(bot, row.getLong("chat"), exchange -> tell(exchange, row))
                                        .replaceWithVoid())
                        .collect()
                        .last()
                        .chain(() -> due.size() < PAGE ? Uni.createFrom().voidItem() : work(bot)));
    }

    private Uni<Void> tell(Exchange exchange, Row row) {
        return exchange.scene().member() == null
                ? Uni.createFrom().voidItem()
                : Hosting.theirs(exchange, row.getLong("shift"))
                        .chain(found -> found.map(shift -> take(exchange, row.getInteger("what"), shift))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> take(Exchange exchange, int what, Shift shift) {
        return exchange.read(TAKE, exchange.organisation().number(), shift.id(), what)
                .chain(taken -> taken.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : (what == EXPECTED ? cards.of(exchange, shift) : whoCame.of(exchange, shift, 0))
                                .invoke(card -> say(exchange, what, card))
                                .replaceWithVoid());
    }

    private static void say(Exchange exchange, int what, ShiftCard card) {
        if (what == EXPECTED) {
            String head = ShiftCard.SPEECH.say(
                    exchange, "begins", "name", exchange.person().name());
            send(exchange, head + "\n\n" + card.text(), card.keyboard());
        } else if (what == CAME && card.attendees().counts().held() > 0) {
            send(exchange, WhoCame.text(card), WhoCame.keyboard(card, 0));
        }
    }

    private static void send(Exchange exchange, String text, Keyboard keyboard) {
        exchange.send(Letter.unasked(
                exchange.scene().bot(), exchange.scene().chat(), null, false, new Outgoing.Say(text, keyboard)));
        exchange.interrupted(exchange.front() != null);
    }
}
