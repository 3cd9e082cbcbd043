package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Reminds those who asked for it when they asked for it: that counts against nobody's budget. */
@Singleton
class Reminding implements Round {

    private static final String DUE = """
            select a.deadline, c.id as chat from deadline_answer a
            join deadline d on d.organisation = $1 and d.id = a.deadline and d.bot = $2
            join member m on m.organisation = $1 and m.id = a.member
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = a.member
            where a.organisation = $1 and a.remind_at <= $3 and (m.quiet_until is null or m.quiet_until <= $3)
            order by a.remind_at limit $4
            """;

    /** Whoever takes it reminds; another replica finds nothing. */
    private static final String TAKE = """
            update deadline_answer set remind_at = null
            where organisation = $1 and deadline = $2 and member = $3 and remind_at <= $4
            """;

    private final OneByOne oneByOne;

    Reminding(OneByOne oneByOne) {
        this.oneByOne = oneByOne;
    }

    @Override
    public String what() {
        return "reminders of deadlines";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(bot, what(), DUE, (exchange, row) -> remind(exchange, row.getLong("deadline")));
    }

    private static Uni<Void> remind(Exchange exchange, long deadline) {
        return exchange.read(
                        TAKE,
                        exchange.organisation().number(),
                        deadline,
                        exchange.member().id(),
                        exchange.utc())
                .chain(taken -> taken.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : Mine.find(exchange, deadline)
                                .invoke(found -> found.filter(
                                                mine -> mine.deadline().open() && !mine.over(exchange))
                                        .ifPresent(mine -> say(exchange, mine)))
                                .replaceWithVoid());
    }

    private static void say(Exchange exchange, Mine mine) {
        OneByOne.say(
                exchange,
                new Outgoing.Say(
                        Telling.SPEECH.say(exchange, "reminder") + "\n" + Showing.text(exchange, mine),
                        Showing.keyboard(exchange, mine)));
    }
}
