package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.junit.jupiter.api.Test;

/** A check-in that a captain and those beside her may answer. */
@QuarkusTest
@TestProfile(Recorded.class)
class SharedIT extends CheckInCase {

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Test
    void a_captain_who_answers_while_a_buddy_stopped_in_the_middle_counts() {
        // Given
        sunday(0);
        rung(0, Rung.BUDDY);
        bo.presses("Answer for them");
        bo.presses("Yes");

        // When
        String end = text(maria.presses("Quiet week"));
        others();
        rung(0, Rung.CARD);

        // Then
        assertThat(end).contains("Thanks, Maria.", "Tokyo, the last 7 days:");
        assertThat(times(cora, "1 of 1")).isEqualTo(1);
        assertThat(times(bo, "Maria has answered this week's check-in of Tokyo by now."))
                .isEqualTo(1);
        assertThat(open()).isZero();
        assertThat(text(bo.types("/start"))).doesNotContain("Weekly check-in");
    }

    @Test
    void a_buddy_who_is_done_first_counts_and_ends_what_the_captain_had_begun() {
        // Given
        sunday(0);
        maria.presses("Yes");
        rung(0, Rung.BUDDY);
        bo.presses("Answer for them");

        // When
        bo.presses("Quiet week");
        others();
        others();

        // Then
        assertThat(times(maria, "Bo answered this week's check-in for you.")).isEqualTo(1);
        assertThat(open()).isZero();
        assertThat(counts()).isEqualTo(bo.chat());
    }

    @Test
    void whoever_is_done_second_hears_whose_answer_counts() {
        // Given
        sunday(0);
        rung(0, Rung.BUDDY);
        bo.presses("Answer for them");
        bo.presses("Quiet week");

        // When
        String end = text(maria.presses("Quiet week"));

        // Then
        assertThat(end).contains("Bo had answered this check-in before you").doesNotContain("the last 7 days");
        assertThat(counts()).isEqualTo(bo.chat());
    }

    @Test
    void all_is_answered_before_it_is_confirmed_and_counts() {
        // Given
        sunday(0);
        rung(0, Rung.BUDDY);
        bo.presses("Answer for them");

        // When
        rows(
                "update run set stage = 'summary', completed_at = now() where organisation = $1 and chat = $2"
                        + " and playbook = 'branch-week'",
                bo.chat());

        // Then
        assertThat(counts()).isEqualTo(bo.chat());
    }

    @Test
    void a_buddy_who_was_not_reached_is_asked_when_it_is_done_again_and_nobody_twice() {
        // Given
        sunday(0);
        rung(0, Rung.BUDDY);
        Volunteer eva = livesIn("Eva", TOKYO);
        campaign.grant(eva, "buddy", "tokyo");

        // When
        again(Rung.BUDDY);

        // Then
        assertThat(times(bo, "Maria has not answered")).isEqualTo(1);
        assertThat(times(eva, "Maria has not answered")).isEqualTo(1);
    }

    @Test
    void a_buddy_reads_of_the_branches_beside_which_they_stand_and_of_no_other() {
        // Given
        campaign.grant(maria, "captain", "paris");
        sunday(0);
        rung(0, Rung.BUDDY);
        bo.presses("Answer for them");

        // When
        String end = text(bo.presses("Quiet week"));

        // Then
        assertThat(end).contains("Tokyo, the last 7 days:").doesNotContain("Paris");
    }

    /** As after a crash in the middle. */
    private void again(int number) {
        rows("update occurrence set state = 'waiting' where organisation = $1 and occurrence like '%+" + number + "'");
        rows(
                "delete from job where organisation = $1 and kind = 'occurrence' and argument ->> 'occurrence' like $2",
                "%+" + number);
        rung(0, number);
    }

    /** What follows after the commit happens, however often. */
    private void others() {
        for (Row job : rows("select id, argument from job where organisation = $1 and kind = 'check-in answered'")) {
            handlers.stream()
                    .filter(handler -> handler.kind().equals("check-in answered"))
                    .forEach(handler -> TestCampaign.now(handler.run(
                            new Job(bot.organisation(), job.getLong("id"), job.getJsonObject("argument")))));
        }
    }

    private long open() {
        return rows("select 1 from run where organisation = $1 and playbook = 'branch-week' and stage in ('asking', 'summary')")
                .size();
    }

    /** The chat of the answer that counts for Maria. */
    private long counts() {
        return rows("""
                select r.chat from prompt_asked a join run r on r.organisation = $1 and r.id = a.run
                where a.organisation = $1 and a.member = $2 and r.completed_at is not null
                """, number("Maria")).get(0).getLong("chat");
    }
}
