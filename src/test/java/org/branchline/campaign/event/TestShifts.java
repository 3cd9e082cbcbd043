package org.branchline.campaign.event;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.branchline.campaign.audience.Audience;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Phone banks and meetings in London of one organisation, whose time passes when a test says so. */
public final class TestShifts {

    /** As a dialogue says that what is due happens, and that time passes until so long before the next shift. */
    public static final String MOMENT = "a moment";

    public static final Map<String, Duration> TIMES = Map.of(
            "until a day before the shift",
            Duration.ofDays(1),
            "until an hour before the shift",
            Duration.ofHours(1),
            "until the shift begins",
            Duration.ZERO,
            "until the shift is over",
            Duration.ofMinutes(-90));

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final List<String> ROUNDS = List.of(
            "places that nobody accepted",
            "what is said of shifts",
            "what hosts are told of shifts",
            "cards of shifts",
            "phone banks that begin",
            "shifts that ended");

    private final TestCampaign campaign;
    private final Bot bot;
    private final Transactions transactions;
    private final Iterable<Round> rounds;
    private final Iterable<JobHandler> handlers;

    public TestShifts(
            TestCampaign campaign,
            Bot bot,
            Transactions transactions,
            Iterable<Round> rounds,
            Iterable<JobHandler> handlers) {
        this.campaign = campaign;
        this.bot = bot;
        this.transactions = transactions;
        this.rounds = rounds;
        this.handlers = handlers;
    }

    /** The shifts of a new one that everybody may join, soonest first. */
    public List<Long> make(
            EventKind kind,
            String title,
            String hostName,
            Integer places,
            int minimum,
            Instant now,
            Duration ahead,
            String rule) {
        LocalDateTime begins = LocalDateTime.ofInstant(now.plus(ahead), LONDON).truncatedTo(ChronoUnit.MINUTES);
        long host = rows("select id from member where organisation = $1 and name = $2", hostName)
                .get(0)
                .getLong("id");
        Event event = new Event(
                0,
                kind,
                "en",
                Map.of("en", title),
                Map.of("en", "We call voters in Leeds."),
                "",
                "https://example.org/calls",
                host,
                hostName,
                Audience.EVERYONE,
                "Everyone",
                LONDON,
                rule,
                begins,
                Duration.ofMinutes(90),
                places,
                minimum,
                "",
                "",
                "",
                List.of("en"),
                "A headset",
                true);
        long id = TestCampaign.now(transactions.inTransaction(bot.organisation(), tx -> {
            LaterWrites writes = new LaterWrites(tx);
            return Events.put(tx::query, writes, bot, event, new Called("", null), host, now)
                    .call(writes::commit);
        }));
        List<Long> all = new ArrayList<>();
        rows("select id from shift where organisation = $1 and event = $2 order by starts_at", id)
                .forEach(row -> all.add(row.getLong("id")));
        return all;
    }

    /** What is due by now happens: jobs of shifts first, then what is said of them, then their cards change. */
    public void work() {
        for (Row row : rows("select id, kind, argument from job where organisation = $1 and done_at is null"
                + " and kind like 'shift.%' order by id")) {
            Job job = new Job(bot.organisation(), row.getLong("id"), row.getJsonObject("argument"));
            StreamSupport.stream(handlers.spliterator(), false)
                    .filter(handler -> handler.kind().equals(row.getString("kind")))
                    .forEach(handler -> TestCampaign.now(handler.run(job)));
            rows("update job set done_at = now() where organisation = $1 and id = $2", job.id());
        }
        rows("update shift_card set look_at = now() - interval '1 second' where organisation = $1");
        for (String round : ROUNDS) {
            StreamSupport.stream(rounds.spliterator(), false)
                    .filter(each -> each.what().equals(round))
                    .forEach(each -> TestCampaign.now(each.work(bot)));
        }
        campaign.allLeft(bot);
    }

    /** So much time passes for shifts and what is said of them, all at once. */
    public void passes(Duration time) {
        String back = " - interval '" + time.toSeconds() + " seconds'";
        rows("update shift set starts_at = starts_at" + back + ", ends_at = ends_at" + back
                + ", moved_from = moved_from" + back + " where organisation = $1");
        rows("update shift_place set offered_until = offered_until" + back + ", tell_at = tell_at" + back
                + " where organisation = $1");
        work();
    }

    /** Time passes until the first shift that is not over is so far away. */
    public void until(Instant now, Duration before) {
        Instant starts = rows(
                        "select min(starts_at) as at from shift where organisation = $1 and ends_at > $2",
                        now.atOffset(ZoneOffset.UTC))
                .get(0)
                .getOffsetDateTime("at")
                .toInstant();
        // Whole seconds pass, so one more than is needed.
        passes(Duration.between(now, starts).minus(before).plusSeconds(1));
    }

    private List<Row> rows(String sql, Object... more) {
        return campaign.rows(bot, sql, more);
    }
}
