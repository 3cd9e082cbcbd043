package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.LongStream;
import org.branchline.conversation.Action;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A captain asks those of the branch once more who have not answered. */
@QuarkusTest
@TestProfile(Recorded.class)
class NudgingIT extends DeadlineCase {

    private Volunteer maria;

    @BeforeEach
    void mariaLooksAfterTokyo() {
        maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        set("Sign up", in(20).toString());
    }

    private String press(String branch) {
        long deadline =
                rows("select id from deadline where organisation = $1").get(0).getLong("id");
        long number = rows("select id from branch where organisation = $1 and key = $2", branch)
                .get(0)
                .getLong("id");
        return deadline + "." + number;
    }

    @Test
    void each_who_has_not_answered_is_asked_once_in_the_captains_name() {
        // Given
        says(bo, "cannot");

        // When
        maria.types("/branch");
        String sure = text(maria.presses("Ask about: Sign up"));
        String sent = text(maria.presses("Ask them"));
        maria.types("/nudge " + press("tokyo") + ".s");
        time.work();
        maria.types("/nudge " + press("tokyo") + ".s");
        time.work();

        // Then
        assertThat(sure).contains("2 people have not answered “Sign up”.");
        assertThat(sent).contains("I ask 2 people in your name");
        assertThat(last(ann)).contains("Ann, Maria (Tokyo) asks: can you do this by", "Sign up", "as a member of Test");
        assertThat(List.of(got(ann), got(cora), got(bo), got(maria))).containsExactly(1, 1, 0, 0);
        assertThat(text(maria.types("/branch"))).doesNotContain("Ask about");
        assertThat(rows("select 1 from audit where organisation = $1 and what = 'asked those who had not answered'"))
                .isNotEmpty();
    }

    @Test
    void whoever_was_asked_twice_this_week_is_left_in_peace() {
        // Given
        rows("""
                insert into nudge (organisation, thing, member, at)
                select $1, 'deadline:' || n, m.id, now() - interval '2 days' from member m, generate_series(900001, 900002) n
                where m.organisation = $1 and m.telegram_user = $2
                """, ann.chat());

        // When
        maria.types("/branch");
        String sure = text(maria.presses("Ask about: Sign up"));
        maria.presses("Ask them");
        time.work();

        // Then
        assertThat(sure).contains("2 people have not answered", "1 more is left in peace");
        assertThat(List.of(got(ann), got(bo), got(cora))).containsExactly(0, 1, 1);
    }

    @Test
    void a_captain_of_another_branch_asks_nobody_here() {
        // Given
        Volunteer pia = campaign.member(bot, "Pia");
        campaign.grant(pia, "captain", "paris");

        // When
        String said = text(pia.types("/nudge " + press("tokyo") + ".s"));
        time.work();

        // Then
        assertThat(said).contains("That is not open any more.");
        assertThat(List.of(got(ann), got(bo), got(cora))).containsOnly(0);
    }

    @Test
    void a_branchs_own_deadline_is_found_behind_many_of_another_branch() {
        // Given
        due("Elsewhere", 13, 2, "{\"branch\":[\"paris\"]}");

        // When
        String card = text(maria.types("/branch"));
        String sure = text(maria.presses("Ask about: Sign up"));

        // Then
        assertThat(card).contains("· Sign up, by").doesNotContain("Elsewhere");
        assertThat(sure).contains("3 people have not answered “Sign up”.");
    }

    @Test
    void whoever_asked_and_is_erased_is_named_no_more() {
        // Given
        maria.types("/nudge " + press("tokyo") + ".s");
        time.work();
        boolean named = !rows("select 1 from content where organisation = $1 and payloads::text like '%Maria%'")
                .isEmpty();

        // When
        maria.types("/forget");
        maria.presses("Delete everything");

        // Then
        assertThat(named).isTrue();
        assertThat(rows("select 1 from content where organisation = $1 and payloads::text like '%Maria%'"))
                .isEmpty();
        assertThat(rows("select 1 from content where organisation = $1 and payloads::text like '%… (Tokyo) asks%'"))
                .isNotEmpty();
    }

    @Test
    void many_who_ask_in_the_same_moment_ask_each_member_once() {
        // Given
        maria.types("/nudge " + press("tokyo") + ".s");
        Row asked = rows("select id, argument from job where organisation = $1 and kind = 'deadline.nudge'")
                .get(0);
        List<Uni<Void>> all = LongStream.range(0, 8)
                .mapToObj(n -> nudging()
                        .run(new Job(bot.organisation(), asked.getLong("id") + n, asked.getJsonObject("argument"))))
                .toList();

        // When
        TestCampaign.now(Uni.join().all(all).andCollectFailures().replaceWithVoid());

        // Then
        assertThat(rows("""
                        select o.member, count(*)::int as nudges from outbox o
                        join broadcast b on b.organisation = $1 and b.content = o.content
                        where o.organisation = $1 and b.origin like 'deadline:%:nudge:%' group by o.member
                        """)).isNotEmpty().allSatisfy(row -> assertThat(row.getInteger("nudges"))
                .isEqualTo(1));
    }

    @Test
    void a_forged_button_of_another_branch_asks_nobody() {
        // Given
        Volunteer pia = campaign.member(bot, "Pia");
        campaign.grant(pia, "captain", "paris");

        // When
        pia.does(Volunteer.update(), new What.Press("p", 1, new Action.Order("nudge", press("tokyo") + ".s")));
        String said = text(pia.reads());
        time.work();

        // Then
        assertThat(said).contains("That is not open any more.").doesNotContain("Sign up");
        assertThat(List.of(got(ann), got(bo), got(cora))).containsOnly(0);
    }

    @Test
    void a_forged_button_shows_nothing_of_a_deadline_of_another_branch() {
        // Given
        Volunteer pia = campaign.member(bot, "Pia");
        campaign.grant(pia, "captain", "paris");

        // When
        String said = text(pia.types("/nudge " + press("paris")));

        // Then
        assertThat(said).contains("That is not open any more.").doesNotContain("Sign up");
    }

    private JobHandler nudging() {
        return handlers.stream()
                .filter(handler -> handler.kind().equals("deadline.nudge"))
                .findFirst()
                .orElseThrow();
    }
}
