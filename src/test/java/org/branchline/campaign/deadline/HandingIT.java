package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.ZoneId;
import org.branchline.calendar.QuietHours;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestNight;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** A deadline that a branch is asked to take on. */
@QuarkusTest
@TestProfile(Recorded.class)
class HandingIT extends HandingCase {

    @Test
    void whoever_accepts_it_owes_it_and_nobody_else_of_the_branch() {
        // Given
        hand("Sign up", "Tokyo");

        // When
        String accepted = text(maria.presses("Accept"));
        time.days(3);
        String tasks = text(maria.types("/tasks"));

        // Then
        assertThat(seen(maria)).contains("Cora asks whether Tokyo can take this on:\n\nSign up\nBy");
        assertThat(accepted).contains("✓ Tokyo takes it on", "Sign up");
        assertThat(tasks).contains("One thing is open for you:", "Sign up");
        assertThat(got(maria)).isEqualTo(1);
        assertThat(got(ann)).isZero();
        assertThat(text(ann.types("/tasks"))).contains("Nothing is open");
        assertThat(card()).contains("Maria took it on for Tokyo.");
    }

    @Test
    void a_captain_is_asked_in_the_morning_where_it_is_night_for_them() {
        // Given
        ZoneId paris = ZoneId.of("Europe/Paris");
        rows("update member set timezone = 'Europe/Paris' where organisation = $1 and name = 'Maria'");
        campaign.settle(bot, TestNight.settings(TestNight.around(clock.now(), paris)));

        // When
        hand("Sign up", "Tokyo");
        String night = seen(maria);
        campaign.settle(bot, TestNight.settings(QuietHours.NONE));
        rows("update outbox set due_at = now() - interval '1 second' where organisation = $1 and state = 'held'");
        time.round("what waits for the day");
        time.work();

        // Then
        assertThat(night).doesNotContain("can take this on");
        assertThat(seen(maria)).containsOnlyOnce("Cora asks whether Tokyo can take this on");
    }

    @Test
    void the_first_answer_counts_and_a_second_press_changes_nothing() {
        // Given
        campaign.grant(bo, "captain", "tokyo");
        hand("Sign up", "Tokyo");
        maria.presses("Accept");

        // When
        presses(maria, "handing", "a." + press("tokyo"));
        String second = text(bo.presses("Accept"));
        presses(bo, "handing", "d." + press("tokyo"));

        // Then
        assertThat(second).contains("Sign up\nMaria took it on for Tokyo.");
        assertThat(rows("select 1 from deadline_holder where organisation = $1"))
                .hasSize(1);
        assertThat(rows("select 1 from audit where organisation = $1 and what = 'accepted a deadline for a branch'"))
                .hasSize(1);
        assertThat(seen(cora)).doesNotContain("can't take on");
    }

    @Test
    void whoever_set_it_hears_why_a_branch_declines_and_asks_another() {
        // Given
        Volunteer pia = inParis();
        hand("Sign up", "Tokyo");
        maria.presses("Decline");
        maria.types("We are five.");
        maria.catchesUp();

        // When
        cora.presses("Ask another branch");
        String nobody = text(cora.presses("Paris"));
        campaign.grant(pia, "captain", "paris");
        cora.presses("Ask another branch");
        String asked = text(cora.presses("Paris"));
        presses(maria, "handing", "a." + press("tokyo"));
        pia.presses("Accept");

        // Then
        assertThat(seen(cora)).containsOnlyOnce("Maria can't take on “Sign up” for Tokyo: We are five.");
        assertThat(nobody).contains("Nobody looks after Paris yet");
        assertThat(asked).contains("✓ I ask Pia whether Paris takes on “Sign up”.");
        assertThat(card()).contains("Pia took it on for Paris.");
        assertThat(rows("select 1 from deadline where organisation = $1 and deadline::text like '%five%'"))
                .isEmpty();
    }

    @Test
    void without_a_word_it_is_told_all_the_same_and_once() {
        // Given
        hand("Sign up", "Tokyo");
        maria.presses("Decline");
        rows("update deadline set word_until = now() - interval '1 minute' where organisation = $1");

        // When
        time.round("who declined");
        time.round("who declined");
        presses(maria, "handing", "n." + press("tokyo"));
        time.work();

        // Then
        assertThat(seen(cora)).containsOnlyOnce("Maria can't take on “Sign up” for Tokyo.");
    }

    @Test
    void whoever_asked_for_quiet_is_passed_over_while_somebody_else_is_there() {
        // Given
        campaign.grant(bo, "captain", "tokyo");
        rows("update member set quiet_until = now() + interval '1 day' where organisation = $1 and name = 'Maria'");

        // When
        hand("Sign up", "Tokyo");

        // Then
        assertThat(seen(cora)).contains("✓ I ask Bo whether Tokyo takes it on");
        assertThat(seen(bo)).contains("Cora asks whether Tokyo can take this on");
        assertThat(seen(maria)).doesNotContain("Sign up");
    }

    @Test
    void where_nobody_looks_after_a_branch_everyone_there_can_be_asked() {
        // Given
        inParis();
        write("Sign up", in(9).toString());
        cora.presses("Hand it to a branch");

        // When
        String nobody = text(cora.presses("Paris"));
        String preview = text(cora.presses("Everyone there"));

        // Then
        assertThat(nobody).contains("Nobody looks after Paris yet, so nobody can take it on there.");
        assertThat(preview).contains("It goes to 1 person: Paris.");
    }

    @Test
    void a_forged_button_does_nothing_beyond_the_branch() {
        // Given
        Volunteer pia = inParis();
        campaign.grant(pia, "captain", "paris");
        hand("Sign up", "Tokyo");
        long member = rows("select id from member where organisation = $1 and name = 'Pia'")
                .get(0)
                .getLong("id");

        // When
        for (String forged : new String[] {"a.", "d.", "n.", "b.", "o."}) {
            presses(pia, "handing", forged + press("tokyo"));
            presses(ann, "handing", forged + press("tokyo"));
        }
        maria.presses("Accept");
        presses(pia, "passing", "p." + deadline());
        presses(ann, "passing", "p." + deadline());
        maria.presses("Pass on");
        long passing = rows("select id from deadline_passing where organisation = $1")
                .get(0)
                .getLong("id");
        presses(maria, "passing", "t." + passing + "." + member + ".0");
        presses(pia, "passing", "t." + passing + "." + member + ".0");
        presses(maria, "passing", "y." + passing);

        // Then
        assertThat(rows("select 1 from deadline_passing where organisation = $1 and cardinality(chosen) > 0"))
                .isEmpty();
        assertThat(rows("select 1 from deadline where organisation = $1 and parent is not null"))
                .isEmpty();
        assertThat(seen(cora)).doesNotContain("can't take on");
        assertThat(seen(pia)).doesNotContain("Sign up");
    }

    @Test
    void another_branch_is_asked_where_whoever_took_it_on_is_erased() {
        // Given
        campaign.grant(campaign.member(bot, "Dora"), "captain", "tokyo");
        hand("Sign up", "Tokyo");
        maria.presses("Accept");
        maria.types("/forget");
        maria.presses("Delete everything");

        // When
        String card = card();
        cora.presses("Ask another branch");
        String asked = text(cora.presses("Tokyo"));

        // Then
        assertThat(card).contains("Handed to Tokyo: whoever took it on is not here any more.");
        assertThat(asked).contains("✓ I ask Dora whether Tokyo takes on “Sign up”.");
        assertThat(rows("select 1 from deadline_holder where organisation = $1"))
                .isEmpty();
    }
}
