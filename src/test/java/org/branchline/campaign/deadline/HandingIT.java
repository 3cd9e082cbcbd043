package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.campaign.PassingTime;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Agendas;
import org.junit.jupiter.api.Test;

/** A deadline that a branch is asked to take on. */
@QuarkusTest
@TestProfile(Recorded.class)
class HandingIT extends HandingCase {

    @Inject
    Agendas agendas;

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

    @Test
    void whoever_sleeps_is_asked_when_it_is_day_where_they_live() {
        // Given
        campaign.settle(bot, "{\"quiet_hours\": \"21:00-08:00\"}");
        livesIn(PassingTime.night(clock.now()));

        // When
        hand("Sign up", "Tokyo");
        String held = card();
        letters();
        String night = seen(maria);
        livesIn(PassingTime.evening(clock.now()));
        letters();
        letters();

        // Then
        assertThat(held).contains("Handed to Tokyo: no answer yet.");
        assertThat(night).doesNotContain("Sign up");
        assertThat(seen(maria)).containsOnlyOnce("Cora asks whether Tokyo can take this on:\n\nSign up\nBy");
        assertThat(text(maria.presses("Accept"))).contains("✓ Tokyo takes it on");
    }

    @Test
    void whoever_leaves_the_question_open_is_reminded_once_and_the_coordinator_sees_that_it_is_open() {
        // Given
        hand("Sign up", "Tokyo");
        String asked = card();

        // When
        letters();
        letters();
        String reminded = card();

        // Then
        assertThat(asked).containsPattern("Handed to Tokyo: asked on .+, no answer yet\\.");
        assertThat(reminded).containsPattern("Handed to Tokyo: asked on .+, reminded on .+, no answer yet\\.");
        assertThat(seen(maria)).containsOnlyOnce("Cora asked whether Tokyo can take this on, and is still waiting");
        assertThat(text(maria.presses("Accept"))).contains("✓ Tokyo takes it on");
    }

    @Test
    void whoever_answered_or_looks_after_the_branch_no_more_is_not_reminded() {
        // Given
        campaign.grant(bo, "captain", "tokyo");
        hand("Sign up", "Tokyo");
        rows("delete from member_role r using member m where r.organisation = $1 and m.organisation = $1"
                + " and m.id = r.member and m.name = 'Bo'");
        maria.presses("Decline");

        // When
        letters();

        // Then
        assertThat(seen(maria) + seen(bo)).doesNotContain("still waiting");
        assertThat(rows("select 1 from deadline_letter where organisation = $1 and what = 'reminder'"))
                .isEmpty();
    }

    @Test
    void the_moments_of_letters_and_of_words_that_are_awaited_are_known_beforehand() {
        // Given
        hand("Sign up", "Tokyo");
        Instant reminder = rows("select due_at from deadline_letter where organisation = $1 and said_at is null")
                .get(0)
                .getOffsetDateTime("due_at")
                .toInstant();
        maria.presses("Decline");
        Instant word = rows("select word_until from deadline where organisation = $1")
                .get(0)
                .getOffsetDateTime("word_until")
                .toInstant();

        // When
        List<Instant> next = Stream.of(reminder, word)
                .map(moment ->
                        TestCampaign.now(agendas.of(bot, moment.minusMillis(1))).next())
                .toList();

        // Then
        assertThat(next).containsExactly(reminder, word);
    }

    private void livesIn(String zone) {
        rows("update member set timezone = $2 where organisation = $1 and name = 'Maria'", zone);
    }

    /** What is kept for later is said now, where it is day. */
    private void letters() {
        rows(
                "update deadline_letter set due_at = now() - interval '1 second' where organisation = $1 and said_at is null");
        time.round("letters of deadlines");
        time.work();
    }
}
