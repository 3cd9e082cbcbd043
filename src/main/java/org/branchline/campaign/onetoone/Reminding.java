package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Reminds those of whom they want to get back to who asked for it: that counts against nobody's budget. */
@Singleton
class Reminding implements Round {

    private static final String DUE = """
            select o.id, c.id as chat from one_to_one o
            join member m on m.organisation = $1 and m.id = o.member and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = o.member and c.reachable and c.moved_to is null
            where o.organisation = $1 and o.bot = $2 and o.remind_at <= $3 and (m.quiet_until is null or m.quiet_until <= $3)
            order by o.remind_at, o.id limit $4
            """;

    /** Whoever takes it reminds; another replica finds nothing. */
    private static final String TAKE = """
            update one_to_one set remind_at = null
            where organisation = $1 and bot = $2 and member = $3 and id = $4 and remind_at <= $5
            returning
            """ + OneToOnes.COLUMNS;

    private static final String PUT_OFF =
            "update one_to_one set remind_at = $3 where organisation = $1 and id = $2 and remind_at < $3";

    private final OneByOne oneByOne;
    private final OneToOnes all;
    private final GettingBack back;

    Reminding(OneByOne oneByOne, OneToOnes all, GettingBack back) {
        this.oneByOne = oneByOne;
        this.all = all;
        this.back = back;
    }

    @Override
    public String what() {
        return "whom members want to get back to";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(
                bot,
                what(),
                DUE,
                (exchange, row) -> remind(exchange, row.getLong("id")),
                (tx, row, then) -> tx.query(PUT_OFF, bot.organisation().number(), row.getLong("id"), then));
    }

    private Uni<Void> remind(Exchange exchange, long id) {
        return exchange.read(TAKE, OneToOnes.mine(exchange, id, exchange.utc()))
                .invoke(taken -> taken.forEach(each -> say(exchange, all.of(exchange, each))))
                .replaceWithVoid();
    }

    private void say(Exchange exchange, OneToOne one) {
        LocalDate day = Objects.requireNonNull(one.backOn());
        Instant morning = back.morning(exchange, day);
        if (morning.isAfter(exchange.now())) {
            // They live by another clock than when they said so.
            all.back(exchange, one, day, morning);
            return;
        }
        // Whoever was met stands in it, so it waits as ciphertext.
        exchange.send(Letter.unasked(
                        exchange.scene().bot(),
                        exchange.scene().chat(),
                        null,
                        true,
                        new Outgoing.Say(text(exchange, one), keyboard(exchange, one)))
                .byDay());
        exchange.interrupted(exchange.front() != null);
    }

    private static String text(Exchange exchange, OneToOne one) {
        return Saying.SPEECH.say(
                exchange,
                "reminder",
                "who",
                one.who(),
                "day",
                Saying.day(exchange, Objects.requireNonNull(one.metOn())));
    }

    private static Keyboard keyboard(Exchange exchange, OneToOne one) {
        return new Keyboard(List.of(
                List.of(
                        Saying.button(exchange, "again", one.id(), Meeting.AGAIN),
                        Saying.button(exchange, "later", one.id(), Meeting.GET_BACK),
                        Saying.button(exchange, "done", one.id(), Meeting.DONE)),
                List.of(Saying.button(exchange, "open", one.id(), Meeting.OPEN))));
    }
}
