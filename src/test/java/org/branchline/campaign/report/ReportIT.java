package org.branchline.campaign.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.branchline.campaign.prompt.TestCalendar;
import org.branchline.conversation.Action;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;
import org.branchline.roster.Branches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The committee's report, for those who run the campaign and as far as they do. */
@QuarkusTest
@TestProfile(Recorded.class)
class ReportIT {

    private static final String HOSTILE = "<script>alert(1)</script> & Ørsted";

    @Inject
    TestCampaign campaign;

    @Inject
    TestCalendar calendar;

    @Inject
    Branches branches;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    private Bot bot;
    private Volunteer cora;

    @BeforeEach
    void coraRunsTheCampaign() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
    }

    /** What was ordered is written and sent, on two replicas at the same time. */
    private void write() {
        for (Row order : campaign.rows(
                bot, "select id, argument from job where organisation = $1 and kind = 'report' and done_at is null")) {
            JsonObject argument = order.getJsonObject("argument");
            handlers.stream().filter(handler -> handler.kind().equals("report")).forEach(handler -> {
                Job job = new Job(bot.organisation(), order.getLong("id"), argument);
                TestCampaign.now(handler.run(job));
                TestCampaign.now(handler.run(job));
            });
        }
        calendar.allLeft(bot);
    }

    private static List<PaperAndPage> reports(List<Outgoing> came) {
        return PaperAndPage.among(came);
    }

    private PaperAndPage report(Volunteer who, String button) {
        who.types("/report");
        who.presses(button);
        write();
        List<PaperAndPage> reports = reports(who.reads());
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private void call(String branch, String name) {
        campaign.rows(
                bot,
                "update branch set names = jsonb_build_object('en', $3::text) where organisation = $1 and key = $2",
                branch,
                name);
        branches.forget(bot.organisation());
    }

    private void answers(Volunteer volunteer) {
        campaign.rows(bot, """
                with done as (
                  insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at)
                  values ($1, $2, $3, 'skills-audit', '1', 'finished', now(), now(), now()) returning id)
                insert into answer (organisation, run, question, value, language, answered_at)
                select $1, id, 'skills', '{"chosen":["art"]}', 'en', now() from done
                """, bot.id(), volunteer.chat());
    }

    @Test
    void a_coordinator_gets_the_month_so_far_as_a_page_and_on_paper() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");
        campaign.member(bot, "Bo");
        answers(ann);
        cora.catchesUp();

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().heading()).startsWith("Test: ");
        assertThat(report.page().language()).isEqualTo("en");
        assertThat(report.page().text())
                .contains("3 members are in the bot, of 40 that", "3 of them joined in this month.")
                .contains("1 of them answered questions in this month.", "No deadline falls in this month.");
        assertThat(report.page().heads())
                .containsExactly("Branch", "Members in the bot", "Members in all", "Joined", "Answered");
        assertThat(report.page().lines()).containsExactly("Tokyo 3 40 3 1", "Paris 0 – 0 0", "All together 3 40 3 1");
        assertThat(report.page().text() + report.paper().text()).doesNotContain("Ann", "Cora");
        assertThat(report.paper().text()).contains("Tokyo 3 40 3 1", "All together 3 40 3 1");
        assertThat(campaign.rows(bot, "select 1 from audit where organisation = $1 and what = 'took the report'"))
                .hasSize(1);
    }

    @Test
    void a_hostile_name_is_shown_as_it_is_and_does_nothing() {
        // Given
        call("paris", HOSTILE);

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().lines()).contains(HOSTILE + " 0 – 0 0");
        assertThat(report.page().source()).doesNotContain("<script");
        assertThat(report.paper().text()).contains(HOSTILE);
    }

    @Test
    void names_in_other_letters_are_on_paper_too_and_what_nobody_can_write_is_left_out() {
        // Given
        call("paris", "Kыїв Αθήνα Łódź Æblø\u0007");

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().lines()).contains("Kыїв Αθήνα Łódź Æblø 0 – 0 0");
        assertThat(report.paper().text()).contains("Kыїв Αθήνα Łódź Æblø");
        assertThat(report.paper().fonts()).isNotEmpty().allMatch(font -> font.contains("DejaVuSans"));
    }

    @Test
    void letters_that_the_paper_lacks_are_at_least_on_the_page() {
        // Given
        call("paris", "東京 branch");

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().lines()).contains("東京 branch 0 – 0 0");
        assertThat(report.paper().text()).contains("## branch 0 – 0 0");
    }

    @Test
    void an_organisation_without_branches_has_a_report_too() {
        // Given
        campaign.rows(bot, "update member set branch = null where organisation = $1");
        campaign.rows(bot, "update branch set retired_at = now() where organisation = $1");
        branches.forget(bot.organisation());

        // When
        PaperAndPage report = report(cora, "Last month");

        // Then
        assertThat(report.page().text())
                .contains("0 members are in the bot.", "Nobody joined in this month.", "Nobody answered questions");
        assertThat(report.page().lines()).containsExactly("All together 0 0 0");
    }

    @Test
    void it_reads_danish_to_danes() {
        // Given
        campaign.rows(
                bot, "update member set language = 'da' where organisation = $1 and telegram_user = $2", cora.chat());

        // When
        PaperAndPage report = report(cora, "Måneden indtil nu");

        // Then
        assertThat(report.page().language()).isEqualTo("da");
        assertThat(report.page().text()).contains("Kort fortalt", "1 af dem kom til i denne måned.");
        assertThat(report.paper().text()).contains("Sådan læses den");
    }

    @Test
    void whoever_runs_one_part_gets_only_that() {
        // Given
        Volunteer rita = campaign.member(bot, "Rita");
        campaign.grant(rita, "coordinator", "paris");

        // When
        PaperAndPage report = report(rita, "This month so far");

        // Then
        assertThat(report.page().lines()).containsExactly("Paris 0 0 0", "All together 0 0 0");
        assertThat(report.page().text() + report.paper().text()).doesNotContain("Tokyo", "40");
    }

    @Test
    void branches_below_another_are_added_up_in_it() {
        // Given
        campaign.rows(bot, """
                with asia as (
                  insert into branch (organisation, key, names) values ($1, 'asia', '{"en": "Asia"}') returning id)
                update branch set parent = asia.id from asia where organisation = $1 and key = 'tokyo'
                """);
        branches.forget(bot.organisation());

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().lines())
                .containsExactly("Paris 0 – 0 0", "Asia 1 40 1 0", "Tokyo 1 40 1 0", "All together 1 40 1 0");
        assertThat(report.page().text()).contains("A line in bold adds up");
    }

    @Test
    void check_ins_and_deadlines_of_the_month_are_counted() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");
        campaign.grant(ann, "captain", "tokyo");
        campaign.rows(bot, """
                with p as (
                  insert into prompt (organisation, bot, playbook, audience, rule, starts, check_in)
                  values ($1, $2, 'branch-week', '{}', 'FREQ=WEEKLY;COUNT=2', now()::timestamp, true) returning id),
                done as (
                  insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at)
                  values ($1, $2, $3, 'branch-week', '1', 'finished', now(), now(), now()) returning id)
                insert into prompt_asked (organisation, prompt, occurrence, member, run, excused, asked_at)
                select $1, p.id, to_char(now() at time zone 'Asia/Tokyo', 'YYYY-MM') || o.day, m.id,
                  case when o.answered then done.id end, o.excused, now()
                from p, done, member m, (values ('-01T18:00', true, null), ('-08T18:00', false, null),
                  ('-15T18:00', false, 'away')) o(day, answered, excused)
                where m.organisation = $1 and m.telegram_user = $3
                """, bot.id(), ann.chat());
        campaign.rows(bot, """
                with d as (
                  insert into deadline (organisation, bot, fallback, titles, tasks, due_on, audience, whom, ladder, made_at)
                  values ($1, $2, 'en', '{"en": "Sign"}', '{"en": "Sign it"}',
                    (date_trunc('month', now() at time zone 'Asia/Tokyo') + interval '1 month - 1 day')::date, '{}', '', '', now())
                  returning id)
                insert into deadline_answer (organisation, deadline, member, said, said_at)
                select $1, d.id, m.id, 'done', now() from d, member m where m.organisation = $1 and m.telegram_user = $3
                """, bot.id(), ann.chat());

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().text())
                .contains("Weekly check-ins: 1 of 2 were answered.")
                .contains("One deadline falls in this month: 1 have done it, 0 can't, 1 have not said.")
                .contains("Nobody answered questions in this month.");
        assertThat(report.page().lines()).contains("Tokyo 2 40 2 0 2 1 1 0 1");
    }

    @Test
    void special_answers_are_counted_nowhere() {
        // Given
        campaign.rows(bot, """
                with done as (
                  insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at)
                  values ($1, $2, $3, 'equality', '1', 'finished', now(), now(), now()) returning id)
                insert into answer (organisation, run, question, special, language, answered_at)
                select $1, id, 'gender', true, 'en', now() from done
                """, bot.id(), cora.chat());

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().text()).contains("Nobody answered questions in this month.");
    }

    @Test
    void a_captain_gets_none_by_command_or_by_a_forged_button() {
        // Given
        Volunteer pia = campaign.member(bot, "Pia");
        campaign.grant(pia, "captain", "paris");

        // When
        String typed = text(pia.types("/report this"));
        pia.does(Volunteer.update(), new What.Press("p", 1, new Action.Order("report", "last")));
        String pressed = text(pia.reads());
        pia.does(Volunteer.update(), new What.Press("p", 1, new Action.Order("report", "monthly")));
        String monthly = text(pia.reads());

        // Then
        assertThat(List.of(typed, pressed, monthly)).allMatch(said -> said.contains("for those who run the campaign"));
        assertThat(campaign.rows(bot, "select 1 from job where organisation = $1 and kind = 'report'"))
                .isEmpty();
        assertThat(campaign.rows(bot, "select 1 from report_reader where organisation = $1"))
                .isEmpty();
    }

    @Test
    void whoever_lost_the_role_meanwhile_gets_none() {
        // Given
        cora.types("/report this");
        cora.catchesUp();
        campaign.rows(bot, "delete from member_role where organisation = $1");

        // When
        write();

        // Then
        assertThat(text(cora.types("/report"))).contains("for those who run the campaign");
    }

    @Test
    void one_button_pressed_twice_brings_one_report() {
        // Given
        cora.types("/report");

        // When
        cora.does(Volunteer.update(), new What.Press("p", 7, new Action.Order("report", "this")));
        cora.does(Volunteer.update(), new What.Press("p", 7, new Action.Order("report", "this")));
        write();

        // Then
        assertThat(reports(cora.reads())).hasSize(1);
    }

    @Test
    void on_the_first_of_a_month_it_comes_by_itself_once_to_those_who_want_it() {
        // Given
        cora.types("/report");
        String on = text(cora.presses("Send it to me each month"));
        campaign.rows(bot, "update report_reader set asked_at = now() - interval '20 days' where organisation = $1");
        cora.catchesUp();

        // When
        calendar.falls(bot, "report", "2026-03-01", "Asia/Tokyo");
        write();
        calendar.falls(bot, "report", "2026-03-02", "Asia/Tokyo");
        write();
        List<PaperAndPage> came = reports(cora.reads());

        // Then
        assertThat(on).contains("on the first of each month");
        assertThat(came).hasSize(1);
        assertThat(came.get(0).page().heading()).isEqualTo("Test: February 2026");
    }

    @Test
    void whoever_wants_it_no_more_is_left_alone() {
        // Given
        cora.types("/report");
        cora.presses("Send it to me each month");
        campaign.rows(bot, "update report_reader set asked_at = now() - interval '20 days' where organisation = $1");
        cora.types("/report");
        cora.presses("Stop sending it");

        // When
        calendar.falls(bot, "report", "2026-03-01", "Asia/Tokyo");

        // Then
        assertThat(campaign.rows(bot, "select 1 from job where organisation = $1 and kind = 'report'"))
                .isEmpty();
    }

    @Test
    void however_many_deadlines_a_month_has_all_are_counted() {
        // Given
        campaign.rows(bot, """
                insert into deadline (organisation, bot, fallback, titles, tasks, due_on, audience, whom, ladder, made_at)
                select $1, $2, 'en', '{"en": "Sign"}', '{"en": "Sign it"}',
                  (date_trunc('month', now() at time zone 'Asia/Tokyo') + interval '1 month - 1 day')::date, '{}', '', '', now()
                from generate_series(1, 65)
                """, bot.id());

        // When
        PaperAndPage report = report(cora, "This month so far");

        // Then
        assertThat(report.page().text())
                .contains("65 deadlines fall in this month: 0 times done, 0 times can't, 65 times not said.");
    }

    @Test
    void whom_it_reached_on_none_of_its_days_is_told_once_how_to_get_it() {
        // Given
        Volunteer dora = campaign.member(bot, "Dora");
        campaign.grant(dora, "coordinator", null);
        for (Volunteer one : List.of(cora, dora)) {
            one.types("/report");
            one.presses("Send it to me each month");
        }
        campaign.rows(bot, "update report_reader set asked_at = now() - interval '20 days' where organisation = $1");
        campaign.rows(bot, "update member set timezone = 'Europe/Paris' where organisation = $1 and name = 'Dora'");
        campaign.rows(bot, "update member set moved_at = null where organisation = $1");
        calendar.falls(bot, "report", "2026-03-01", "Asia/Tokyo");
        write();
        cora.reads();
        dora.catchesUp();

        // When
        calendar.falls(bot, "report", "2026-03-04", "Asia/Tokyo", "Europe/Paris");
        missed();
        calendar.falls(bot, "report", "2026-03-05", "Asia/Tokyo", "Europe/Paris");
        missed();
        List<Outgoing> told = dora.reads();

        // Then
        assertThat(told).hasSize(1);
        assertThat(text(told)).contains("The report of February 2026 could not come by itself", "/report brings it");
        assertThat(campaign.rows(bot, "select 1 from job where organisation = $1 and kind = 'report.missed'"))
                .hasSize(1);
        assertThat(text(dora.presses("Last month"))).contains("comes in a moment");
    }

    /** It is told whom it did not reach, on two replicas at the same time. */
    private void missed() {
        for (Row order : campaign.rows(
                bot,
                "select id, argument from job where organisation = $1 and kind = 'report.missed' and done_at is null")) {
            Job job = new Job(bot.organisation(), order.getLong("id"), order.getJsonObject("argument"));
            handlers.stream()
                    .filter(handler -> handler.kind().equals("report.missed"))
                    .forEach(handler -> {
                        TestCampaign.now(handler.run(job));
                        TestCampaign.now(handler.run(job));
                    });
        }
        calendar.allLeft(bot);
    }
}
