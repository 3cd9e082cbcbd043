package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.branchline.conversation.Outgoing;
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
 * Tells those who are due, one by one, each in a turn of their chat. Where one fails that is tried again with the next round and
 * stops nobody behind it; an outage ends the round.
 */
@Singleton
public class OneByOne {

    /** So many are read at once. */
    public static final long PAGE = 100;

    /** After so many pages the next round goes on: what stays due although nothing failed is not read for ever. */
    private static final int MOST_PAGES = 50;

    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final Transactions transactions;
    private final Turns turns;

    OneByOne(Transactions transactions, Turns turns) {
        this.transactions = transactions;
        this.turns = turns;
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
        return tell(bot, what, due, tell, MOST_PAGES);
    }

    private Uni<Void> tell(
            Bot bot,
            String what,
            Function<Tx, Uni<RowSet<Row>>> due,
            BiFunction<Exchange, Row, Uni<Void>> tell,
            int pages) {
        return transactions.inTransaction(bot.organisation(), due).flatMap(rows -> each(
                        bot, what, rows, row -> row.getLong("chat"), tell)
                // Where something failed the next round goes on: not at once, and for ever.
                .chain(all -> rows.size() < PAGE || !all || pages == 1
                        ? Uni.createFrom().voidItem()
                        : tell(bot, what, due, tell, pages - 1)));
    }

    /** Says something for which nobody asked, in the turn's own chat: it is not said twice where it may have arrived. */
    public static void say(Exchange exchange, Outgoing outgoing) {
        exchange.send(Letter.unasked(exchange.scene().bot(), exchange.scene().chat(), null, false, outgoing));
        exchange.interrupted(exchange.front() != null);
    }

    /** Tells each of some, whose number of a chat is read from them; completes with whether all of it worked. */
    public <T> Uni<Boolean> each(
            Bot bot, String what, Iterable<T> some, ToLongFunction<T> chat, BiFunction<Exchange, T, Uni<Void>> tell) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(one -> one(bot, what, chat.applyAsLong(one), one, tell))
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
