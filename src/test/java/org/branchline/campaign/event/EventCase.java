package org.branchline.campaign.event;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
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
    protected Transactions transactions;

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
        return new TestShifts(campaign, bot, transactions, rounds, handlers)
                .make(EventKind.PHONE_BANK, "Phone bank", "Cora", places, minimum, clock.now(), ahead, rule);
    }

    /** A meeting, which Cora hosts; the number of its shift. */
    protected long meeting(Duration ahead) {
        return new TestShifts(campaign, bot, transactions, rounds, handlers)
                .make(EventKind.MEETING, "Planning", "Cora", null, 0, clock.now(), ahead, "")
                .get(0);
    }

    /** What is due by now happens: jobs of shifts first, then what is said of them. */
    protected void work() {
        new TestShifts(campaign, bot, transactions, rounds, handlers).work();
    }

    /** So much time passes for shifts and what is said of them, all at once. */
    protected void passes(Duration time) {
        new TestShifts(campaign, bot, transactions, rounds, handlers).passes(time);
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
