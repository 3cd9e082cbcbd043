package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import org.branchline.calendar.Recurrence;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.database.Writes;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.intake.waiting.WaitingRound;
import org.branchline.roster.Bot;

/** Prompts that fall due when a test says so, in the zones that it says. */
@Alternative
@Singleton
public class TestCalendar {

    private final TestCampaign campaign;
    private final Transactions transactions;
    private final Clock clock;
    private final WaitingRound waiting;
    private final Instance<Round> rounds;
    private final Instance<JobHandler> handlers;

    TestCalendar(
            TestCampaign campaign,
            Transactions transactions,
            Clock clock,
            WaitingRound waiting,
            @Any Instance<Round> rounds,
            @Any Instance<JobHandler> handlers) {
        this.campaign = campaign;
        this.transactions = transactions;
        this.clock = clock;
        this.waiting = waiting;
        this.rounds = rounds;
        this.handlers = handlers;
    }

    /** A rule that must be right. */
    public static Recurrence rule(String rule, java.time.LocalDateTime start) {
        return Recurrence.parse(rule, start).of(read -> read, problems -> {
            throw new AssertionError(problems);
        });
    }

    /** Begins one; what falls due of it in the next days is stored. */
    public long begin(Bot bot, Wanted wanted) {
        long id = write(bot, (tx, writes) -> Prompts.begin(tx::query, writes, bot, null, wanted, clock.now()));
        plan(bot);
        return id;
    }

    <T> T write(Bot bot, BiFunction<Tx, Writes, Uni<T>> what) {
        return TestCampaign.now(transactions.inTransaction(bot.organisation(), tx -> {
            LaterWrites writes = new LaterWrites(tx);
            return what.apply(tx, writes).call(writes::commit);
        }));
    }

    void plan(Bot bot) {
        rounds.stream()
                .filter(round -> round.what().equals("what falls due"))
                .forEach(round -> TestCampaign.now(round.work(bot)));
    }

    /** It is the hour of this in these zones: all that follows from it happens. */
    public void falls(Bot bot, String kind, String occurrence, String... zones) {
        rows(bot, """
                insert into occurrence (organisation, schedule, occurrence, zone, due_at, late_at)
                select $1, s.id, $3, z, now() - interval '1 second', now() + interval '12 hours'
                from schedule s, unnest($4::text[]) z where s.organisation = $1 and s.kind = $2
                  and (s.open or exists (select from occurrence o where o.organisation = $1 and o.schedule = s.id))
                on conflict (organisation, schedule, occurrence, zone) do update set due_at = excluded.due_at,
                  late_at = excluded.late_at where occurrence.state = 'waiting'
                """, kind, occurrence, zones);
        work(bot);
    }

    /** What is due by now happens. */
    public void work(Bot bot) {
        plan(bot);
        rows(
                        bot,
                        "select id, argument from job where organisation = $1 and kind = 'occurrence' and done_at is null order by id")
                .forEach(row -> {
                    Job job = new Job(bot.organisation(), row.getLong("id"), row.getJsonObject("argument"));
                    handlers.stream()
                            .filter(handler -> handler.kind().equals("occurrence"))
                            .forEach(handler -> TestCampaign.now(handler.run(job)));
                    rows(bot, "update job set done_at = now() where organisation = $1 and id = $2", job.id());
                });
        allLeft(bot);
        TestCampaign.now(waiting.work(bot.organisation()));
        allLeft(bot);
    }

    /** Nothing is on its way any more. */
    public void allLeft(Bot bot) {
        campaign.allLeft(bot);
    }

    private List<Row> rows(Bot bot, String sql, Object... more) {
        return campaign.rows(bot, sql, more);
    }
}
