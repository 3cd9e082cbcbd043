package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.Test;

/** A deadline from its setting to who did it, who cannot, and who hears that it is over. */
@QuarkusTest
@TestProfile(Recorded.class)
class DeadlinesIT extends DeadlineCase {

    @Test
    void whoever_did_it_hears_no_more_of_it_and_everybody_else_does() {
        // Given
        set("Sign up", in(9).toString());
        time.days(3);
        String first = last(ann);
        ann.presses("Done");

        // When
        time.days(5);

        // Then
        assertThat(first).contains("Ann, can you do this by", "Sign up", "Open the page, Ann.", "as a member of Test");
        assertThat(List.of(got(ann), got(bo))).containsExactly(1, 2);
    }

    @Test
    void a_moment_is_told_by_everybodys_own_clock() {
        // Given
        rows(
                "update member set timezone = 'Europe/Paris', weekly_messages = 1000 where organisation = $1 and name = 'Bo'");
        // Two days before falls due in these two days, at whatever hour this runs.
        set("Sign up", in(3) + " 05:00");

        // When
        time.days(2);

        // Then
        assertThat(last(ann)).contains("05:00 (Tokyo)");
        assertThat(last(bo)).contains("(Paris)").doesNotContain("Tokyo");
    }

    @Test
    void done_takes_back_what_still_waits() {
        // Given
        set("Sign up", in(9).toString());
        time.days(3);
        rows("update outbox set state = 'held', due_at = now() + interval '1 day', done_at = null"
                + " where organisation = $1 and content is not null");

        // When
        ann.presses("Done");

        // Then
        assertThat(rows("select o.reason from outbox o join member m on m.organisation = $1 and m.id = o.member"
                        + " where o.organisation = $1 and o.state = 'failed' and m.name = 'Ann'"))
                .extracting(row -> row.getString("reason"))
                .containsExactly("CANCELLED");
        assertThat(rows("select 1 from outbox where organisation = $1 and state = 'held'"))
                .hasSize(2);
    }

    @Test
    void the_same_press_twice_changes_nothing_and_proves_what_was_uncertain() {
        // Given
        set("Sign up", in(1).toString());
        time.days(2);
        rows("update outbox set state = 'uncertain' where organisation = $1 and content is not null");

        // When
        ann.presses("Can't");
        ann.presses("Can't");

        // Then
        assertThat(seen(ann)).containsOnlyOnce("would you like to say why");
        assertThat(rows("select said from deadline_answer where organisation = $1"))
                .hasSize(1);
        assertThat(rows("select 1 from outbox where organisation = $1 and reason = 'PROVEN'"))
                .hasSize(1);
    }

    @Test
    void what_is_nobodys_or_anothers_cannot_be_pressed() {
        // Given
        Volunteer pia = inParis();
        set("Sign up", in(1).toString(), "Tokyo");
        long id = rows("select id from deadline where organisation = $1").get(0).getLong("id");

        // When
        for (String forged : List.of("0:" + id + ":d", "0:" + (id + 1_000) + ":d", "1:2", "x", "0:" + id + ":zz")) {
            pia.does(Volunteer.update(), new What.Press("p", 1, new Action.Order("task", forged)));
        }
        pia.does(Volunteer.update(), new What.Command(1, "task", "0:" + id + ":d"));

        // Then
        assertThat(rows("select 1 from deadline_answer where organisation = $1"))
                .isEmpty();
    }

    @Test
    void a_reason_is_kept_as_ciphertext_told_to_the_captain_once_a_day_and_then_kept_no_longer() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        set("Sign up", in(5).toString());
        time.days(4);
        ann.presses("Can't");
        ann.types("My exam is that day.");
        bo.presses("Can't");
        bo.presses("No reason");
        boolean plain = rows("select 1 from deadline_answer a where organisation = $1 and a::text like '%exam%'")
                .isEmpty();
        String mine = text(ann.types("/mydata"));

        // When
        rows("update deadline_answer set said_at = said_at - interval '1 day' where organisation = $1");
        rows(
                "update member set timezone = $2 where organisation = $1 and name = 'Maria'",
                org.branchline.campaign.PassingTime.evening(clock.now()));
        time.round("who cannot");
        time.round("who cannot");
        time.work();

        // Then
        assertThat(plain).isTrue();
        assertThat(mine).contains("My exam is that day.");
        assertThat(seen(maria))
                .containsOnlyOnce("Who can't, since I told you last:")
                .contains("Sign up\n· Ann: My exam is that day.\n· Bo");
        assertThat(seen(cora)).doesNotContain("My exam");
        assertThat(rows("select 1 from deadline_answer where organisation = $1 and ciphertext is not null"))
                .isEmpty();
    }

    @Test
    void a_reminder_that_was_asked_for_comes_at_its_time_and_counts_against_nothing() {
        // Given
        set("Sign up", in(9).toString());
        ann.types("/tasks");
        ann.presses("Remind me later");
        String noted = text(ann.presses("Tomorrow"));

        // When
        time.days(2);
        time.round("reminders of deadlines");
        time.round("reminders of deadlines");
        time.work();

        // Then
        assertThat(noted).contains("OK, I'll remind you of “Sign up” on");
        assertThat(seen(ann)).containsOnlyOnce("You asked me to remind you:\nSign up");
        assertThat(rows("select 1 from unasked u join member m on m.organisation = $1 and m.id = u.member"
                        + " where u.organisation = $1 and m.name = 'Ann'"))
                .hasSameSizeAs(rows("select 1 from outbox o join member m on m.organisation = $1 and m.id = o.member"
                        + " where o.organisation = $1 and m.name = 'Ann' and o.state = 'sent' and o.joined is null"));
    }

    @Test
    void help_brings_a_question_to_a_person() {
        // Given
        set("Sign up", in(1).toString());
        ann.types("/tasks");

        // When
        ann.presses("Help");
        ann.types("Where is the page?");
        ann.presses("Send it to Cora");

        // Then
        assertThat(seen(cora)).contains("A question from Ann", "About “Sign up”: Where is the page?");
    }

    @Test
    void the_list_has_what_is_open_soonest_first_and_a_file_for_ones_calendar() {
        // Given
        set("Later thing", in(8).toString());
        set("Sooner thing", in(5) + " 18:00");

        // When
        String list = text(ann.types("/tasks"));
        ann.presses("Sooner thing");
        List<Outgoing> file = ann.presses("Calendar file");
        ann.presses("Done");
        String then = text(ann.types("/tasks"));
        ann.presses("Done");
        String none = text(ann.types("/tasks"));

        // Then
        assertThat(list)
                .containsSubsequence("2 things are open", "1. Sooner thing: by", "18:00 (Tokyo)", "2. Later thing");
        assertThat(text(file)).contains("BEGIN:VEVENT", "SUMMARY:Sooner thing");
        assertThat(then).contains("One thing is open for you:", "Later thing").doesNotContain("Sooner");
        assertThat(none).contains("Nothing is open for you.");
    }

    @Test
    void that_it_is_over_is_said_once_in_the_next_message_and_never_in_one_of_its_own() {
        // Given
        set("Sign up", in(1).toString());
        time.days(2);
        int before = got(ann);
        set("Another thing", in(1).toString());

        // When
        time.days(2);
        String next = last(ann);
        rows("update member set weekly_messages = 1000 where organisation = $1");
        set("A third thing", in(1).toString());
        time.days(2);

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(next).contains("Another thing", "Sign up was due", "Did you do it?");
        assertThat(seen(ann)).contains("A third thing").containsOnlyOnce("Sign up was due");
    }

    @Test
    void a_captain_asks_their_own_branch_and_sees_it_alone() {
        // Given
        Volunteer pia = inParis();
        campaign.grant(pia, "captain", "paris");
        set("Sign up", in(3).toString());
        ann.types("/tasks");
        ann.presses("Done");

        // When
        pia.types("/deadline");
        String seen = text(pia.presses("Sign up"));
        pia.presses("All deadlines");
        pia.presses("Set another one");
        pia.types("Paris thing");
        pia.types("Do it.");
        pia.presses("No link");
        pia.types(in(3).toString());
        pia.presses("Everyone you look after (1)");
        pia.presses("Set it for 1");
        cora.types("/deadline");
        String whole = text(cora.presses("Sign up"));

        // Then
        assertThat(seen).contains("Done 0 · Can't 0 · Open 1").doesNotContain("Tokyo:");
        assertThat(whole).contains("Done 1 · Can't 0 · Open 3", "Tokyo: done 1 · can't 0 · open 2", "Paris: done 0");
        assertThat(text(ann.types("/tasks"))).contains("Nothing is open");
        assertThat(text(pia.types("/tasks"))).contains("Paris thing", "Sign up");
    }
}
