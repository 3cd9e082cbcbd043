package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.delivery.Letter;
import org.branchline.intake.Causes;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * Tells those who are due, one by one, each in a turn of their chat. Where one fails that is tried again with the next round, or
 * is put off, and stops nobody behind it; an outage ends the round.
 */
@Singleton
public class OneByOne {

    /** So many are read at once. */
    public static final long PAGE = 100;

    /** After so many pages the next round goes on: what stays due although nothing failed is not read for ever. */
    private static final int MOST_PAGES = 50;

    /** What failed and is put off leaves the head of the page to others for this long. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final Transactions transactions;
    private final Turns turns;
    private final Clock clock;

    OneByOne(Transactions transactions, Turns turns, Clock clock) {
        this.transactions = transactions;
        this.turns = turns;
        this.clock = clock;
    }

    /** Puts what failed off, so that it is not due before then. */
    @FunctionalInterface
    public interface PutOff {
        Uni<RowSet<Row>> until(Tx tx, Row row, OffsetDateTime then);
    }

    /**
     * Tells all who are due, a page after the other.
     *
     * @param what is told, for the log
     * @param due yields the chat of each under that name and whatever else is needed, at most {@link #PAGE} rows, those that
     *     waited longest first
     * @param tell takes what is due, so that it is due no more, and says it
     */
    public Uni<Void> tell(
            Bot bot, String what, Function<Tx, Uni<RowSet<Row>>> due, BiFunction<Exchange, Row, Uni<Void>> tell) {
        return pages(bot, due, rows -> each(bot, what, rows, OneByOne::chat, tell), MOST_PAGES);
    }

    /** The same; {@code due} is asked with organisation, bot, now as people see it, {@link #PAGE}. */
    public Uni<Void> tell(Bot bot, String what, String due, BiFunction<Exchange, Row, Uni<Void>> tell) {
        return tell(bot, what, tx -> due(tx, bot, due), tell);
    }

    /** The same; one that fails is put off by a minute, so that however many fail, those behind them are reached. */
    public Uni<Void> tell(Bot bot, String what, String due, BiFunction<Exchange, Row, Uni<Void>> tell, PutOff putOff) {
        return pages(
                bot,
                tx -> due(tx, bot, due),
                rows -> each(bot, what, rows, OneByOne::chat, tell, row -> putOff(bot, row, putOff)),
                MOST_PAGES);
    }

    private Uni<RowSet<Row>> due(Tx tx, Bot bot, String due) {
        return tx.query(due, bot.organisation().number(), bot.id(), clock.now().atOffset(ZoneOffset.UTC), PAGE);
    }

    private Uni<Boolean> putOff(Bot bot, Row row, PutOff putOff) {
        OffsetDateTime then = clock.now().plus(AFTER_FAILURE).atOffset(ZoneOffset.UTC);
        return transactions
                .inTransaction(bot.organisation(), tx -> putOff.until(tx, row, then))
                .replaceWith(true);
    }

    private static long chat(Row row) {
        return row.getLong("chat");
    }

    private Uni<Void> pages(
            Bot bot, Function<Tx, Uni<RowSet<Row>>> due, Function<RowSet<Row>, Uni<Boolean>> page, int pages) {
        return transactions.inTransaction(bot.organisation(), due).flatMap(rows -> page.apply(rows)
                // Where something failed and stays due the next round goes on: not at once, and for ever.
                .chain(all -> rows.size() < PAGE || !all || pages == 1
                        ? Uni.createFrom().voidItem()
                        : pages(bot, due, page, pages - 1)));
    }

    /** Says something for which nobody asked, in the turn's own chat: it is not said twice where it may have arrived. */
    public static void say(Exchange exchange, Outgoing outgoing) {
        exchange.send(Letter.unasked(exchange.scene().bot(), exchange.scene().chat(), null, false, outgoing));
        exchange.interrupted(exchange.front() != null);
    }

    /** Tells each of some, whose number of a chat is read from them; completes with whether all of it worked. */
    public <T> Uni<Boolean> each(
            Bot bot, String what, Iterable<T> some, ToLongFunction<T> chat, BiFunction<Exchange, T, Uni<Void>> tell) {
        return each(bot, what, some, chat, tell, failed -> Uni.createFrom().item(false));
    }

    /** The same, where something is done about each that failed; it yields whether that is settled. */
    <T> Uni<Boolean> each(
            Bot bot,
            String what,
            Iterable<T> some,
            ToLongFunction<T> chat,
            BiFunction<Exchange, T, Uni<Void>> tell,
            Function<T, Uni<Boolean>> failed) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(one -> one(bot, what, chat.applyAsLong(one), one, tell)
                        .chain(worked -> worked ? Uni.createFrom().item(true) : failed.apply(one)))
                .collect()
                .asList()
                .map(worked -> !worked.contains(false));
    }

    private <T> Uni<Boolean> one(Bot bot, String what, long chat, T one, BiFunction<Exchange, T, Uni<Void>> tell) {
        return turns.of(bot, chat, exchange -> tell.apply(exchange, one))
                .replaceWith(true)
                .onFailure(failure -> !Outages.outage(failure))
                .invoke(failure -> LOG.warnf(
                        "bot=%d %s: one is not told yet and is tried again: %s", bot.id(), what, Causes.trace(failure)))
                .onFailure(failure -> !Outages.outage(failure))
                .recoverWithItem(false);
    }
}
