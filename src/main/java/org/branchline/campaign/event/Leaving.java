package org.branchline.campaign.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Writes;
import org.branchline.intake.Exchange;
import org.branchline.intake.Farewell;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;
import org.branchline.roster.joining.Stopped;

/**
 * Whoever wants to hear nothing any more hears of no shift, so their places that are still to come are others': a shift at a
 * time, soonest first. Done once more it finds none; whoever came back meanwhile keeps what is left.
 */
@Singleton
class Leaving implements Stopped, Farewell, JobHandler {

    private static final String KIND = "shift.leave";

    private static final String JOB = """
            insert into job (organisation, kind, key, argument, due_at)
            select $1, $3, gen_random_uuid()::text, jsonb_build_object('member', m.id), clock_timestamp() from member m
            where m.organisation = $1 and m.telegram_user = $2 and exists (
              select from shift_place p
              where p.organisation = $1 and p.member = m.id and p.state in ('held', 'waiting', 'offered'))
            """;

    private static final String SHIFTS = """
            select p.shift from shift_place p
            join shift s on s.organisation = $1 and s.id = p.shift and s.starts_at > $3
            join member m on m.organisation = $1 and m.id = p.member and m.stopped_at is not null
            where p.organisation = $1 and p.member = $2 and p.state in ('held', 'waiting', 'offered')
            order by s.starts_at, s.id limit 100
            """;

    private static final String COUNT = """
            select count(*)::int as shifts from shift_place p
            join shift s on s.organisation = $1 and s.id = p.shift and s.state = 'open' and s.starts_at > $3
            where p.organisation = $1 and p.member = $2 and p.state in ('held', 'waiting', 'offered')
            """;

    private final Transactions transactions;
    private final Clock clock;

    Leaving(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Optional<String>> of(Exchange exchange) {
        return exchange.read(
                        COUNT,
                        exchange.organisation().number(),
                        exchange.member().id(),
                        exchange.utc())
                .map(rows -> rows.iterator().next().getInteger("shifts"))
                .map(shifts -> shifts == 0
                        ? Optional.empty()
                        : Optional.of(ShiftText.SPEECH.count(exchange, "given_up", shifts)));
    }

    @Override
    public void stopped(Writes writes, Bot bot, long person) {
        writes.write(JOB, bot.organisation().number(), person, KIND);
    }

    @Override
    public Uni<Void> run(Job job) {
        OrganisationId organisation = job.organisation();
        long member = job.argument().getLong("member");
        return transactions
                .inTransaction(
                        organisation, tx -> tx.query(SHIFTS, organisation.number(), member, Events.utc(clock.now())))
                .flatMap(shifts -> Multi.createFrom()
                        .iterable(shifts)
                        .onItem()
                        .transformToUniAndConcatenate(row -> leave(organisation, row.getLong("shift"), member))
                        .collect()
                        .last()
                        .chain(() -> shifts.size() == 0 ? Uni.createFrom().voidItem() : run(job)));
    }

    private Uni<Void> leave(OrganisationId organisation, long shift, long member) {
        return transactions.inTransaction(organisation, tx -> {
            LaterWrites writes = new LaterWrites(tx);
            return Places.leave(tx::query, writes, organisation, shift, member).chain(writes::commit);
        });
    }
}
