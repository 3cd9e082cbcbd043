package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.campaign.helpdesk.Helpers;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Branches;

/** Tells that a branch declined, where its captain said no word in time. */
@Singleton
class Waiting implements Round {

    private static final String SILENT = """
            select id from deadline
            where organisation = $1 and bot = $2 and handing = 'declining' and state = 'open' and word_until <= $3
            order by word_until limit 100
            """;

    private final Transactions transactions;
    private final Turns turns;
    private final Branches branches;
    private final Clock clock;

    Waiting(Transactions transactions, Turns turns, Branches branches, Clock clock) {
        this.transactions = transactions;
        this.turns = turns;
        this.branches = branches;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "who declined";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                SILENT,
                                bot.organisation().number(),
                                bot.id(),
                                clock.now().atOffset(ZoneOffset.UTC)))
                .chain(rows -> {
                    List<Long> silent = new ArrayList<>();
                    rows.forEach(row -> silent.add(row.getLong("id")));
                    return silent.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : branches.book(bot.organisation()).chain(book -> Multi.createFrom()
                                    .iterable(silent)
                                    .onItem()
                                    .transformToUniAndConcatenate(id -> tell(bot, book, id))
                                    .collect()
                                    .last()
                                    .replaceWithVoid());
                });
    }

    /** In the turn of the first who is told; where nobody is there it waits until somebody is. */
    private Uni<Void> tell(Bot bot, BranchBook book, long id) {
        return transactions
                .inTransaction(bot.organisation(), tx -> Handed.find(tx::query, bot.organisation(), bot.id(), id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(List.<Helper>of())
                                : Helpers.all(tx::query, bot).map(all -> Declining.whom(all, found.get(), book))))
                .chain(told -> told.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : turns.of(bot, told.get(0).chat(), exchange -> Handed.find(exchange, id)
                                        .chain(found -> found.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : Declining.settle(
                                                                exchange,
                                                                found.get(),
                                                                found.get().captain(),
                                                                "")
                                                        .replaceWithVoid()))
                                .replaceWithVoid());
    }
}
