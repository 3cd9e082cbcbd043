package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.branchline.delivery.Letter;
import org.branchline.intake.Causes;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.DueRows;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Reminds those of whom they want to get back to who asked for it: that counts against nobody's budget. */
@Singleton
class Reminding implements Round {

    private static final String DUE = """
            select o.id, c.id as chat from one_to_one o
            join member m on m.organisation = $1 and m.id = o.member and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = o.member and c.reachable and c.moved_to is null
            where o.organisation = $1 and o.bot = $2 and o.remind_at <= $3 and (m.quiet_until is null or m.quiet_until <= $3)
            order by o.remind_at, o.id limit 100
            """;

    /** Whoever takes it reminds; another replica finds nothing. */
    private static final String TAKE = """
            update one_to_one set remind_at = null
            where organisation = $1 and bot = $2 and member = $3 and id = $4 and remind_at <= $5
            returning
            """ + OneToOnes.COLUMNS;

    private static final String PUT_OFF =
            "update one_to_one set remind_at = $3 where organisation = $1 and id = $2 and remind_at < $3";

    /** One that failed leaves the head of the page to others for this long. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Reminding.class);

    private final DueRows due;
    private final Transactions transactions;
    private final Turns turns;
    private final Clock clock;
    private final OneToOnes all;
    private final GettingBack back;

    Reminding(DueRows due, Transactions transactions, Turns turns, Clock clock, OneToOnes all, GettingBack back) {
        this.due = due;
        this.transactions = transactions;
        this.turns = turns;
        this.clock = clock;
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
        return due.each(bot, DUE, row -> one(bot, row));
    }

    /** What fails is put off, so that it stops no other; an outage ends the round. */
    private Uni<Void> one(Bot bot, Row row) {
        long id = row.getLong("id");
        return remind(bot, row.getLong("chat"), id)
                .onFailure(cause -> !Outages.outage(cause))
                .recoverWithUni(cause -> {
                    LOG.warnf(
                            "organisation=%s bot=%d one-to-one=%d cannot be reminded of and is put off by a minute: %s",
                            bot.organisation(), bot.id(), id, Causes.names(cause));
                    return transactions
                            .inTransaction(
                                    bot.organisation(),
                                    tx -> tx.query(
                                            PUT_OFF,
                                            bot.organisation().number(),
                                            id,
                                            clock.now().plus(AFTER_FAILURE).atOffset(ZoneOffset.UTC)))
                            .replaceWithVoid();
                });
    }

    private Uni<Void> remind(Bot bot, long chat, long id) {
        return turns.of(bot, chat, exchange -> exchange.read(TAKE, OneToOnes.mine(exchange, id, exchange.utc()))
                        .invoke(taken -> taken.forEach(each -> say(exchange, all.of(exchange, each))))
                        .replaceWithVoid())
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
