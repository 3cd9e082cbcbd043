package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.CalledArea;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/**
 * Stores the shifts of series as their time comes near; none outside the hours of the area that is called, which the
 * organisation's files may have changed since, and none where the files name that area no more. What is left out its host is
 * told.
 */
@Singleton
class Storing implements Round {

    /** Shifts are stored a week at a time. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final Transactions transactions;
    private final Clock clock;
    private final Organisations organisations;

    Storing(Transactions transactions, Clock clock, Organisations organisations) {
        this.transactions = transactions;
        this.clock = clock;
        this.organisations = organisations;
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
        Instant now = clock.now();
        Instant until = now.plus(Series.AHEAD);
        Organisation organisation = organisations.organisation(bot.organisation());
        List<String> areas =
                CalledArea.all(organisation).stream().map(CalledArea::key).toList();
        return transactions.inTransaction(
                bot.organisation(),
                tx -> Events.toStore(tx::query, bot, until.minus(WEEK), areas).chain(series -> {
                    LaterWrites writes = new LaterWrites(tx);
                    series.forEach(each -> Events.store(
                            writes,
                            bot.organisation(),
                            each.event(),
                            each.until().isBefore(now) ? now : each.until(),
                            until,
                            Called.of(organisation, each.event().area()).hours()));
                    return writes.commit();
                }));
    }
}
