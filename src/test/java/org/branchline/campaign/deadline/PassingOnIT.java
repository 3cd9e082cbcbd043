package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.branchline.campaign.PassingTime;
import org.branchline.intake.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a branch took on, passed on to its members. */
@QuarkusTest
@TestProfile(Recorded.class)
class PassingOnIT extends HandingCase {

    @BeforeEach
    void mariaTakesItOn() {
        hand("Sign up", "Tokyo");
        maria.presses("Accept");
    }

    @Test
    void parts_are_passed_on_and_their_captain_sees_how_far_they_are() {
        // Given
        maria.presses("Pass on");
        maria.presses("Ann");
        maria.presses("Bo");
        maria.presses("Go on (2)");
        String preview = text(maria.types("Put up the posters, {name}."));
        String passed = text(maria.presses("Pass it on"));
        presses(maria, "passing", "y." + 1);

        // When
        String mine = text(ann.types("/tasks"));
        ann.presses("Done");
        time.days(3);
        bo.presses("Can't");
        bo.types("No ladder.");
        rows("update deadline_answer set said_at = said_at - interval '1 day' where organisation = $1");
        rows(
                "update member set timezone = $2 where organisation = $1 and name = 'Maria'",
                PassingTime.evening(clock.now()));
        time.round("who cannot");
        time.work();

        // Then
        assertThat(preview).contains("Put up the posters", "It goes to Ann, Bo.");
        assertThat(passed).contains("✓ Passed on to Ann, Bo: Sign up.");
        assertThat(mine).contains("Put up the posters, Ann.", "Maria passed this on to you.");
        assertThat(last(bo)).isNotEmpty();
        assertThat(seen(bo)).contains("Bo, can you do this by", "Put up the posters, Bo.");
        assertThat(got(ann)).isZero();
        assertThat(seen(maria)).contains("Who can't, since I told you last:\n\nSign up\n· Bo: No ladder.");
        assertThat(text(maria.types("/tasks"))).contains("Passed on to 2 people: 1 done, 1 can't.");
        assertThat(text(maria.presses("Pass on"))).contains("· Ann: done\n· Bo: can't");
        assertThat(text(maria.types("/branch"))).contains("Maria took it on for Tokyo.\nPassed on to 2 people");
        assertThat(rows("select 1 from deadline where organisation = $1 and parent is not null"))
                .hasSize(1);
    }

    @Test
    void what_is_called_off_is_off_with_all_its_parts() {
        // Given
        passOnToAnn();
        time.days(3);

        // When
        card();
        cora.presses("Call it off");
        cora.presses("Call it off");
        time.work();
        set("Another thing", in(1).toString());
        time.days(2);

        // Then
        assertThat(text(ann.types("/tasks"))).contains("One thing is open for you:\n\nAnother thing");
        assertThat(seen(ann)).containsOnlyOnce("“Sign up” is off");
        assertThat(seen(maria)).containsOnlyOnce("“Sign up” is off");
        assertThat(seen(bo)).contains("Another thing").doesNotContain("Sign up");
    }

    @Test
    void what_is_moved_is_moved_with_all_its_parts() {
        // Given
        passOnToAnn();

        // When
        card();
        cora.presses("Move it");
        cora.types(in(20).toString());
        String moved = text(cora.presses("Move it"));

        // Then
        assertThat(moved).contains("✓ Moved: Sign up");
        assertThat(rows("select distinct due_on, edition from deadline where organisation = $1"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getLocalDate("due_on")).isEqualTo(in(20));
                    assertThat(row.getInteger("edition")).isEqualTo(1);
                });
    }

    private void passOnToAnn() {
        maria.presses("Pass on");
        maria.presses("Ann");
        maria.presses("Go on (1)");
        maria.presses("All of it");
        maria.presses("Pass it on");
    }

    @Test
    void one_part_is_taken_back_and_whoever_held_it_hears_it_once() {
        // Given
        maria.presses("Pass on");
        maria.presses("Ann");
        maria.presses("Bo");
        maria.presses("Go on (2)");
        maria.presses("All of it");
        maria.presses("Pass it on");
        time.days(3);
        String part = "0:"
                + rows("select max(id) as id from deadline where organisation = $1")
                        .get(0)
                        .getLong("id") + ":d";

        // When
        maria.types("/tasks");
        maria.presses("Pass on");
        maria.presses("Take a part back");
        String left = text(maria.presses("Ann"));
        presses(ann, "task", part);
        time.round("letters of deadlines");
        time.round("letters of deadlines");
        String tasks = text(ann.types("/tasks"));
        card();
        cora.presses("Call it off");
        cora.presses("Call it off");
        time.work();
        set("Another thing", in(1).toString());
        time.days(2);

        // Then
        assertThat(left).contains("Who has a part of “Sign up”:\n· Bo\n\n");
        assertThat(tasks).contains("Nothing is open");
        assertThat(seen(ann))
                .containsOnlyOnce("Maria took back what was passed on to you: “Sign up”.")
                .doesNotContain("“Sign up” is off");
        assertThat(seen(bo)).containsOnlyOnce("“Sign up” is off").doesNotContain("took back");
        assertThat(rows("select 1 from deadline_answer where organisation = $1"))
                .isEmpty();
        assertThat(rows("select 1 from audit where organisation = $1 and what = 'took back a part of a deadline'"))
                .hasSize(1);
    }

    @Test
    void a_part_that_nobody_has_any_more_ends_and_can_be_passed_on_anew() {
        // Given
        passOnToAnn();
        maria.types("/tasks");
        maria.presses("Pass on");

        // When
        maria.presses("Take a part back");
        maria.presses("Ann");
        String again = text(maria.presses("Ann"));

        // Then
        assertThat(rows("select state from deadline where organisation = $1 and parent is not null"))
                .extracting(row -> row.getString("state"))
                .containsExactly("cancelled");
        assertThat(again).contains("Who of Tokyo shall do a part of “Sign up”?");
        assertThat(seen(ann)).doesNotContain("is off");
    }

    @Test
    void what_is_done_is_not_taken_back_nor_what_a_forged_button_names() {
        // Given
        passOnToAnn();
        ann.types("/tasks");
        ann.presses("Done");
        maria.types("/tasks");
        maria.presses("Pass on");
        long part = rows("select max(id) as id from deadline where organisation = $1")
                .get(0)
                .getLong("id");
        long member = rows("select id from member where organisation = $1 and name = 'Ann'")
                .get(0)
                .getLong("id");
        long passing = rows("select id from deadline_passing where organisation = $1")
                .get(0)
                .getLong("id");

        // When
        presses(maria, "passing", "r." + passing + "." + part + "." + member);
        presses(maria, "passing", "r." + passing + "." + deadline() + "." + member);
        presses(bo, "passing", "r." + passing + "." + part + "." + member);

        // Then
        assertThat(rows("select 1 from deadline_holder where organisation = $1 and deadline = $2", part))
                .hasSize(1);
        assertThat(rows("select 1 from deadline_letter where organisation = $1 and what = 'taken'"))
                .isEmpty();
    }
}
