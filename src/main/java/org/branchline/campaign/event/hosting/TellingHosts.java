package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import org.branchline.campaign.event.EventRights;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.calling.LastTime;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Tells hosts who is expected when their shift begins, and asks them who came once it is over. */
@Singleton
class TellingHosts implements Round {

    private static final Duration LONGEST_SHIFT = Duration.ofDays(1);

    /** After that long nobody asks any more: the service was down. */
    private static final Duration LATE = Duration.ofDays(1);

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

    private final OneByOne oneByOne;
    private final Cards cards;
    private final WhoCame whoCame;
    private final Clock clock;

    TellingHosts(OneByOne oneByOne, Cards cards, WhoCame whoCame, Clock clock) {
        this.oneByOne = oneByOne;
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
        return oneByOne.tell(
                bot,
                what(),
                tx -> tx.query(
                        DUE,
                        bot.organisation().number(),
                        bot.id(),
                        clock.now().atOffset(ZoneOffset.UTC),
                        clock.now().minus(LATE).minus(LONGEST_SHIFT).atOffset(ZoneOffset.UTC),
                        clock.now().minus(LATE).atOffset(ZoneOffset.UTC),
                        OneByOne.PAGE),
                this::tell);
    }

    private Uni<Void> tell(Exchange exchange, Row row) {
        return exchange.scene().member() == null
                ? Uni.createFrom().voidItem()
                : EventRights.theirs(exchange, row.getLong("shift"))
                        .chain(found -> found.map(shift -> take(exchange, row.getInteger("what"), shift))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> take(Exchange exchange, int what, Shift shift) {
        return exchange.read(TAKE, exchange.organisation().number(), shift.id(), what)
                .chain(taken -> taken.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : Uni.combine()
                                .all()
                                .unis(
                                        what == EXPECTED ? cards.of(exchange, shift) : whoCame.of(exchange, shift, 0),
                                        LastTime.text(exchange, shift))
                                .asTuple()
                                .invoke(found -> say(exchange, what, found.getItem1(), found.getItem2()))
                                .replaceWithVoid());
    }

    private static void say(Exchange exchange, int what, ShiftCard card, String lastTime) {
        if (what == EXPECTED) {
            String head = ShiftCard.SPEECH.say(
                    exchange, "begins", "name", exchange.person().name());
            String left = lastTime.isEmpty() ? "" : "\n\n" + lastTime;
            OneByOne.say(exchange, new Outgoing.Say(head + "\n\n" + card.text() + left, card.keyboard()));
        } else if (what == CAME && card.attendees().counts().held() > 0) {
            OneByOne.say(exchange, new Outgoing.Say(WhoCame.text(card), WhoCame.keyboard(card, 0)));
        }
    }
}
