package org.branchline.campaign;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Lets days pass for one organisation: what it has stored comes nearer, three hours at a time, and falls due. */
public final class PassingTime {

    private static final int STEPS = 8;

    private static final List<String> HOURS = List.of(
            "update occurrence set due_at = due_at - interval '3 hours', late_at = late_at - interval '3 hours'"
                    + " where organisation = $1",
            "update outbox set due_at = due_at - interval '3 hours' where organisation = $1 and state = 'held'",
            "update content set until = until - interval '3 hours' where organisation = $1",
            "update broadcast set finish_by = finish_by - interval '3 hours' where organisation = $1",
            "update deadline_answer set remind_at = remind_at - interval '3 hours' where organisation = $1",
            "update one_to_one set remind_at = remind_at - interval '3 hours' where organisation = $1");

    /** One day of everybody's budget; far back first, because row by row one day's would meet the next one's. */
    public static final List<String> DAY_OF_BUDGET = List.of(
            "update unasked set day = day - 1001 where organisation = $1",
            "update unasked set day = day + 1000 where organisation = $1");

    private static final List<String> DAYS = List.of(
            "update schedule set planned_until = planned_until - interval '1 day' where organisation = $1",
            "update content set until_on = until_on - 1 where organisation = $1",
            "update deadline set due_on = due_on - 1, due_at = due_at - interval '1 day',"
                    + " made_at = made_at - interval '1 day' where organisation = $1",
            "update deadline_answer set said_at = said_at - interval '1 day',"
                    + " reason_until = reason_until - interval '1 day' where organisation = $1",
            "update one_to_one set met_on = met_on - 1, back_on = back_on - 1 where organisation = $1");

    private final TestCampaign campaign;
    private final Bot bot;
    private final Iterable<Round> rounds;
    private final Iterable<JobHandler> handlers;

    public PassingTime(TestCampaign campaign, Bot bot, Iterable<Round> rounds, Iterable<JobHandler> handlers) {
        this.campaign = campaign;
        this.bot = bot;
        this.rounds = rounds;
        this.handlers = handlers;
    }

    /** What falls due is planned ahead in whole days, so whole days is what can pass. */
    public void days(int days) {
        // What was just set is planned before any of the time passes.
        work();
        for (int step = 1; step <= days * STEPS; step++) {
            HOURS.forEach(this::sql);
            if (step % STEPS == 0) {
                DAYS.forEach(this::sql);
                DAY_OF_BUDGET.forEach(this::sql);
            }
            work();
        }
    }

    /** What is due happens. */
    public void work() {
        round("what falls due");
        for (Row job : sql(
                "select id, kind, argument from job where organisation = $1 and done_at is null"
                        + " and kind in ('occurrence', 'broadcast.recruit', 'broadcast.withdraw', 'deadline.nudge', 'deadline.off') order by id")) {
            JsonObject argument = job.getJsonObject("argument");
            StreamSupport.stream(handlers.spliterator(), false)
                    .filter(handler -> handler.kind().equals(job.getString("kind")))
                    .forEach(handler ->
                            TestCampaign.now(handler.run(new Job(bot.organisation(), job.getLong("id"), argument))));
            campaign.sql(
                    bot.organisation(),
                    "update job set done_at = now() where organisation = $1 and id = $2",
                    bot.organisation().number(),
                    job.getLong("id"));
        }
        campaign.allLeft(bot);
    }

    /** Lets one of the service's rounds go round, by its name. */
    public void round(String what) {
        StreamSupport.stream(rounds.spliterator(), false)
                .filter(round -> round.what().equals(what))
                .forEach(round -> TestCampaign.now(round.work(bot)));
    }

    /** A zone in which it is evening, so that what is gathered by day is told. */
    public static String evening(Instant now) {
        return zone(now, 19);
    }

    /** A zone in which it is night, so that nobody is told anything. */
    public static String night(Instant now) {
        return zone(now, 2);
    }

    private static String zone(Instant now, int hour) {
        int ahead = hour - now.atOffset(ZoneOffset.UTC).getHour();
        ahead = ahead > 14 ? ahead - 24 : ahead < -12 ? ahead + 24 : ahead;
        return "Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead);
    }

    private List<Row> sql(String sql) {
        return campaign.sql(bot.organisation(), sql, bot.organisation().number());
    }
}
