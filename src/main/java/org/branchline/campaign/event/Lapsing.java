package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** A place that was offered and not accepted in time goes to the next who waits. */
@Singleton
class Lapsing implements Round {

    private static final String OVER = """
            select distinct p.shift from shift_place p
            join shift s on s.organisation = $1 and s.id = p.shift
            join event e on e.organisation = $1 and e.id = s.event and e.bot = $2
            where p.organisation = $1 and p.state = 'offered' and p.offered_until <= $3
            limit 100
            """;

    private final Transactions transactions;
    private final MovingUp movingUp;
    private final Clock clock;

    Lapsing(Transactions transactions, MovingUp movingUp, Clock clock) {
        this.transactions = transactions;
        this.movingUp = movingUp;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "places that nobody accepted";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(OVER, bot.organisation().number(), bot.id(), Events.utc(clock.now())))
                .map(rows -> {
                    List<Long> shifts = new ArrayList<>();
                    for (Row row : rows) {
                        shifts.add(row.getLong("shift"));
                    }
                    return shifts;
                })
                .chain(shifts -> movingUp.moveAll(bot.organisation(), shifts));
    }
}
