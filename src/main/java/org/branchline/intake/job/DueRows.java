package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;

/** Goes through the rows of a bot that are due by the clock that people see, one after the other. */
@Singleton
public class DueRows {

    private final Transactions transactions;
    private final Clock clock;

    DueRows(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does something with each; the first that fails ends it.
     *
     * @param due yields a page of them: organisation, bot, now
     */
    public Uni<Void> each(Bot bot, String due, Function<Row, Uni<Void>> work) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                due,
                                bot.organisation().number(),
                                bot.id(),
                                clock.now().atOffset(ZoneOffset.UTC)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(work::apply)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
