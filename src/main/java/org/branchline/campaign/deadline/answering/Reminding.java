package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.DueRows;
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
            order by a.remind_at limit 100
            """;

    /** Whoever takes it reminds; another replica finds nothing. */
    private static final String TAKE = """
            update deadline_answer set remind_at = null
            where organisation = $1 and deadline = $2 and member = $3 and remind_at <= $4
            """;

    private final DueRows due;
    private final Turns turns;

    Reminding(DueRows due, Turns turns) {
        this.due = due;
        this.turns = turns;
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
        return due.each(bot, DUE, row -> remind(bot, row));
    }

    private Uni<Void> remind(Bot bot, Row row) {
        long deadline = row.getLong("deadline");
        return turns.of(bot, row.getLong("chat"), exchange -> exchange.read(
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
                                        .replaceWithVoid()))
                .replaceWithVoid();
    }

    /** The service's own message: it is not said twice where it may have arrived. */
    private static void say(Exchange exchange, Mine mine) {
        exchange.send(new Letter(
                exchange.scene().bot(),
                exchange.scene().chat(),
                null,
                Priority.REMINDER,
                Doubt.REPORT,
                false,
                new Outgoing.Say(
                        Telling.SPEECH.say(exchange, "reminder") + "\n" + Showing.text(exchange, mine),
                        Showing.keyboard(exchange, mine))));
        exchange.interrupted(exchange.front() != null);
    }
}
