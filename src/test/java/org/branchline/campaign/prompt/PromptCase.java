package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.database.Writes;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.intake.waiting.WaitingRuns;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** An organisation with the weekly check-in's questions, and prompts that fall due when a test says so. */
public abstract class PromptCase {

    protected static final String PLAYBOOK = "branch-week";
    protected static final String FIRST = "Did the branch do anything this week?";

    @Inject
    protected TestCampaign campaign;

    @Inject
    protected RecordingGateway gateway;

    @Inject
    protected Clock clock;

    @Inject
    protected WaitingRuns waiting;

    @Inject
    Transactions transactions;

    @Inject
    @Any
    Instance<Round> rounds;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    protected Bot bot;
    private final List<Volunteer> people = new ArrayList<>();

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        campaign.publish(
                bot.organisation(), PLAYBOOK, "/workspaces/labour-international/playbooks/" + PLAYBOOK + ".yaml");
    }

    /** Tomorrow at 18:00 somewhere in the middle of the earth. */
    protected LocalDateTime tomorrow() {
        return LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC)
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(18);
    }

    protected Volunteer livesIn(String name, String zone) {
        Volunteer volunteer = campaign.member(bot, name);
        moves(volunteer, zone);
        people.add(volunteer);
        return volunteer;
    }

    protected void moves(Volunteer volunteer, String zone) {
        rows("update member set timezone = $3 where organisation = $1 and telegram_user = $2", volunteer.chat(), zone);
    }

    /** To everybody who can be reached. */
    protected long begun(String rule, LocalDateTime start) {
        return begun(new Wanted(PLAYBOOK, Audience.EVERYONE, "", rule(rule, start), Wanted.LATE, false));
    }

    protected static Recurrence rule(String rule, LocalDateTime start) {
        return Recurrence.parse(rule, start).of(read -> read, problems -> {
            throw new AssertionError(problems);
        });
    }

    protected long begun(Wanted wanted) {
        long id = write((tx, writes) -> Prompts.begin(tx::query, writes, bot, null, wanted, clock.now()));
        plan();
        return id;
    }

    protected Prompt prompt(long id) {
        return write((tx, writes) -> Prompts.find(tx::query, bot.organisation(), id))
                .orElseThrow();
    }

    /** What a prompt would be asked to do in a turn. */
    protected void does(java.util.function.Consumer<Writes> what) {
        write((tx, writes) -> {
            what.accept(writes);
            return Uni.createFrom().voidItem();
        });
    }

    private <T> T write(BiFunction<Tx, Writes, Uni<T>> what) {
        return TestCampaign.now(transactions.inTransaction(bot.organisation(), tx -> {
            LaterWrites writes = new LaterWrites(tx);
            return what.apply(tx, writes).call(writes::commit);
        }));
    }

    /** What falls due in the next days is stored. */
    protected void plan() {
        round("what falls due");
    }

    protected void round(String what) {
        rounds.stream().filter(round -> round.what().equals(what)).forEach(round -> TestCampaign.now(round.work(bot)));
    }

    /** It is the hour of this in these zones: all that follows from it happens. */
    protected void falls(String kind, String occurrence, String... zones) {
        rows("""
                insert into occurrence (organisation, schedule, occurrence, zone, due_at, late_at)
                select $1, s.id, $3, z, now() - interval '1 second', now() + interval '12 hours'
                from schedule s, unnest($4::text[]) z where s.organisation = $1 and s.kind = $2
                  and (s.open or exists (select from occurrence o where o.organisation = $1 and o.schedule = s.id))
                on conflict (organisation, schedule, occurrence, zone) do update set due_at = excluded.due_at,
                  late_at = excluded.late_at where occurrence.state = 'waiting'
                """, kind, occurrence, zones);
        work();
    }

    /** What is due by now happens. */
    protected void work() {
        plan();
        rows("select id, argument from job where organisation = $1 and kind = 'occurrence' and done_at is null order by id")
                .forEach(row -> {
                    Job job = new Job(bot.organisation(), row.getLong("id"), row.getJsonObject("argument"));
                    handlers.stream()
                            .filter(handler -> handler.kind().equals("occurrence"))
                            .forEach(handler -> TestCampaign.now(handler.run(job)));
                    rows("update job set done_at = now() where organisation = $1 and id = $2", job.id());
                });
        Awaitility.await("what is due left")
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows("select 1 from outbox where organisation = $1 and (state in ('queued', 'sending')"
                                + " or state = 'held' and due_at <= now())")
                        .isEmpty());
        TestCampaign.now(waiting.work(bot.organisation()));
        allLeft();
        people.forEach(Volunteer::catchesUp);
    }

    private void allLeft() {
        Awaitility.await("all of it left")
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows("select 1 from outbox where organisation = $1 and state in ('queued', 'sending')")
                        .isEmpty());
    }

    /** How often somebody reads this, by now. */
    protected long times(Volunteer volunteer, String text) {
        allLeft();
        return gateway.to(volunteer.chat()).stream()
                .filter(message -> Volunteer.text(List.of(message)).contains(text))
                .count();
    }

    /** Nobody did anything in their chats for a while. */
    protected void quietChats() {
        rows("update run set touched_at = now() - interval '11 minutes' where organisation = $1");
    }

    protected List<Row> rows(String sql, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = bot.organisation().number();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return campaign.sql(bot.organisation(), sql, arguments);
    }
}
