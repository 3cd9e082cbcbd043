package org.branchline.campaign.event;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** An organisation with a coordinator, a host and members in Tokyo, and phone banks in London. */
public abstract class EventCase {

    protected static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    protected TestCampaign campaign;

    @Inject
    protected RecordingGateway gateway;

    @Inject
    protected Clock clock;

    @Inject
    Transactions transactions;

    @Inject
    @Any
    Instance<Round> rounds;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    protected Bot bot;
    protected Volunteer cora;
    protected Volunteer ann;
    protected Volunteer bo;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        ann = campaign.member(bot, "Ann");
        bo = campaign.member(bot, "Bo");
    }

    /** A phone bank of one shift, which Cora hosts; the number of the shift. */
    protected long shift(Integer places, Duration ahead) {
        return shifts(places, 0, ahead, "").get(0);
    }

    /** The shifts of a new phone bank, soonest first. */
    protected List<Long> shifts(Integer places, int minimum, Duration ahead, String rule) {
        Instant now = clock.now();
        LocalDateTime begins = LocalDateTime.ofInstant(now.plus(ahead), LONDON).truncatedTo(ChronoUnit.MINUTES);
        long host = rows("select id from member where organisation = $1 and name = 'Cora'")
                .get(0)
                .getLong("id");
        Event event = new Event(
                0,
                EventKind.PHONE_BANK,
                "en",
                Map.of("en", "Phone bank"),
                Map.of("en", "We call voters in Leeds."),
                "",
                "https://example.org/calls",
                host,
                "Cora",
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
                List.of("en"),
                "A headset",
                true);
        long id = TestCampaign.now(transactions.inTransaction(bot.organisation(), tx -> {
            LaterWrites writes = new LaterWrites(tx);
            return Events.put(tx::query, writes, bot, event, host, now).call(writes::commit);
        }));
        List<Long> all = new ArrayList<>();
        rows("select id from shift where organisation = $1 and event = $2 order by starts_at", id)
                .forEach(row -> all.add(row.getLong("id")));
        return all;
    }

    /** What is due by now happens: jobs of shifts first, then what is said of them. */
    protected void work() {
        for (Row row : rows("select id, kind, argument from job where organisation = $1 and done_at is null"
                + " and kind like 'shift.%' order by id")) {
            Job job = new Job(bot.organisation(), row.getLong("id"), row.getJsonObject("argument"));
            handlers.stream()
                    .filter(handler -> handler.kind().equals(row.getString("kind")))
                    .forEach(handler -> TestCampaign.now(handler.run(job)));
            rows("update job set done_at = now() where organisation = $1 and id = $2", job.id());
        }
        for (String round : List.of(
                "places that nobody accepted",
                "what is said of shifts",
                "phone banks that begin",
                "shifts that ended")) {
            rounds.stream().filter(each -> each.what().equals(round)).forEach(each -> TestCampaign.now(each.work(bot)));
        }
        Awaitility.await("nothing is on its way")
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows("select 1 from outbox where organisation = $1 and state in ('queued', 'sending')")
                        .isEmpty());
    }

    /** So much time passes for shifts and what is said of them, all at once. */
    protected void passes(Duration time) {
        String back = " - interval '" + time.toSeconds() + " seconds'";
        rows("update shift set starts_at = starts_at" + back + ", ends_at = ends_at" + back
                + " where organisation = $1");
        rows("update shift_place set offered_until = offered_until" + back + ", tell_at = tell_at" + back
                + " where organisation = $1");
        work();
    }

    /** What somebody read last. */
    protected String last(Volunteer volunteer) {
        List<Outgoing> all = gateway.to(volunteer.chat());
        return Volunteer.text(all.subList(all.size() - 1, all.size()));
    }

    protected String seen(Volunteer volunteer) {
        return Volunteer.text(gateway.to(volunteer.chat()));
    }

    protected List<Row> rows(String sql, Object... more) {
        return campaign.rows(bot, sql, more);
    }

    /** How somebody stands to a shift, as it is kept. */
    protected String standing(Volunteer volunteer, long shift) {
        List<Row> rows = rows(
                "select p.state from shift_place p join member m on m.organisation = $1 and m.id = p.member"
                        + " where p.organisation = $1 and p.shift = $2 and m.telegram_user = $3",
                shift,
                volunteer.chat());
        return rows.isEmpty() ? "none" : rows.get(0).getString("state");
    }
}
