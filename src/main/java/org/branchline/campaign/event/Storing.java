package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Stores the shifts of series as their time comes near. */
@Singleton
class Storing implements Round {

    /** Shifts are stored a week at a time. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final Transactions transactions;
    private final Clock clock;

    Storing(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "shifts of series";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        Instant until = clock.now().plus(Series.AHEAD);
        return transactions.inTransaction(bot.organisation(), tx -> Events.toStore(tx::query, bot, until.minus(WEEK))
                .chain(series -> {
                    LaterWrites writes = new LaterWrites(tx);
                    series.forEach(each -> Events.store(writes, bot.organisation(), each.event(), each.until(), until));
                    return writes.commit();
                }));
    }
}
