package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.branchline.campaign.event.Mine;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Says something once to each who has a place, as their shift begins or ends: they signed up for it. */
abstract class Around implements Round {

    private static final String DUE = """
            select p.id, p.shift, c.id as chat from shift s
            join event e on e.organisation = $1 and e.id = s.event and e.bot = $2 and e.state = 'open'
            join shift_place p on p.organisation = $1 and p.shift = s.id and p.state = 'held' and p.%1$s is null
              and p.came is not false
            join member m on m.organisation = $1 and m.id = p.member and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = p.member and c.reachable and c.moved_to is null
            where s.organisation = $1 and s.state = 'open' and %2$s
            order by s.%3$s, p.id limit $4
            """;

    private static final String TAKE =
            "update shift_place set %1$s = $3 where organisation = $1 and id = $2 and %1$s is null and state = 'held'";

    private final OneByOne oneByOne;
    private final String due;
    private final String take;

    /**
     * @param column that remembers that it was said
     * @param when which shifts it is time for, $3 is now
     * @param order the column of the moment
     */
    Around(OneByOne oneByOne, String column, String when, String order) {
        this.oneByOne = oneByOne;
        this.due = DUE.formatted(column, when, order);
        this.take = TAKE.formatted(column);
    }

    /** Says it to one of them. */
    abstract Uni<Void> say(Exchange exchange, Mine mine);

    /** Says it beside what they are in the middle of. */
    static void send(Exchange exchange, String text, Keyboard keyboard) {
        OneByOne.say(exchange, new Outgoing.Say(text, keyboard));
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(bot, what(), due, (exchange, row) -> Mine.find(exchange, row.getLong("shift"))
                .chain(found -> found.map(mine -> take(exchange, row.getLong("id"), mine))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    /** Whoever takes it says it; another replica finds nothing. */
    private Uni<Void> take(Exchange exchange, long place, Mine mine) {
        return exchange.read(take, exchange.organisation().number(), place, exchange.utc())
                .chain(taken -> taken.rowCount() == 0 ? Uni.createFrom().voidItem() : say(exchange, mine));
    }
}
