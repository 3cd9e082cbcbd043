package org.branchline.campaign.deadline;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.branchline.campaign.PassingTime;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** A coordinator who sets deadlines, and two members in Tokyo. */
public abstract class DeadlineCase {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<Round> rounds;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    Bot bot;
    Volunteer cora;
    Volunteer ann;
    Volunteer bo;
    PassingTime time;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        ann = campaign.member(bot, "Ann");
        bo = campaign.member(bot, "Bo");
        time = new PassingTime(campaign, bot, rounds, handlers);
    }

    LocalDate in(int days) {
        return clock.now().atZone(TOKYO).toLocalDate().plusDays(days);
    }

    /** For everybody. */
    void set(String title, String by) {
        set(title, by, "Everyone");
    }

    void set(String title, String by, String whom) {
        write(title, by);
        cora.presses(whom);
        cora.presses("Set it for");
        time.work();
    }

    /** Up to whom it is for. */
    void write(String title, String by) {
        cora.types("/deadline");
        if (!rows("select 1 from deadline where organisation = $1").isEmpty()) {
            cora.presses("Set another one");
        }
        cora.types(title);
        cora.types("Open the page, {name}.");
        cora.presses("No link");
        cora.types(by);
    }

    /** Many of the same name, without writing them. */
    void due(String title, int many, int days, String audience) {
        rows("""
                insert into deadline (organisation, bot, fallback, titles, tasks, due_on, audience, whom, ladder, made_at)
                select $1, $2, 'en', jsonb_build_object('en', $3::text), '{"en": "Do it."}', current_date + $5::int, $6, $3,
                  'last', now()
                from generate_series(1, $4)
                """, bot.id(), title, many, days, audience);
    }

    /** Without pressing. */
    void says(Volunteer volunteer, String said) {
        rows("""
                insert into deadline_answer (organisation, deadline, member, said, said_at)
                select $1, d.id, m.id, $3, now() from deadline d join member m on m.organisation = $1
                where d.organisation = $1 and m.telegram_user = $2
                """, volunteer.chat(), said);
    }

    /** A member there. */
    Volunteer inParis() {
        Volunteer pia = campaign.member(bot, "Pia");
        rows("update member set branch = (select id from branch where organisation = $1 and key = 'paris'),"
                + " timezone = 'Europe/Paris' where organisation = $1 and name = 'Pia'");
        return pia;
    }

    /** All that somebody ever read. */
    String seen(Volunteer volunteer) {
        return Volunteer.text(gateway.to(volunteer.chat()));
    }

    /** What somebody read last. */
    String last(Volunteer volunteer) {
        List<Outgoing> all = gateway.to(volunteer.chat());
        return Volunteer.text(all.subList(all.size() - 1, all.size()));
    }

    List<Row> rows(String sql, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = bot.organisation().number();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return campaign.sql(bot.organisation(), sql, arguments);
    }

    /** How many messages to many somebody got; what rode along counts with what it went with. */
    int got(Volunteer volunteer) {
        return rows(
                        "select 1 from outbox o join member m on m.organisation = $1 and m.id = o.member"
                                + " where o.organisation = $1 and o.state = 'sent' and o.joined is null and m.telegram_user = $2",
                        volunteer.chat())
                .size();
    }
}
