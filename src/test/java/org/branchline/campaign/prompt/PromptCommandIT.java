package org.branchline.campaign.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator puts questions on the calendar in the chat, and a workspace in a file. */
@QuarkusTest
@TestProfile(Recorded.class)
class PromptCommandIT extends PromptCase {

    @Inject
    StandingPrompts standing;

    private Volunteer cora;

    @BeforeEach
    void coraCoordinates() {
        cora = livesIn("Cora", "Europe/Paris");
        campaign.grant(cora, "coordinator", null);
    }

    @Test
    void it_stands_once_the_dry_run_was_looked_at() {
        // Given
        livesIn("Ann", "Asia/Tokyo");
        cora.types("/prompt");
        cora.presses("New prompt");
        cora.presses("Weekly check-in");

        // When
        String asked = text(cora.presses("Everyone"));
        String dry = text(cora.types("every week on Sunday at 18:00"));
        long before = rows("select 1 from prompt where organisation = $1").size();
        String begun = text(cora.presses("Start it"));
        String again = text(cora.presses("Start it"));

        // Then
        assertThat(asked).contains("When? For example");
        assertThat(dry)
                .startsWith("Weekly check-in, every week on Sunday at 18:00. To Everyone: 2 people now.")
                .contains(" 18:00: 2 in 2 time zones, ", "Nothing is asked before you start it.");
        assertThat(dry.lines().filter(line -> line.startsWith("· Sun "))).hasSize(10);
        assertThat(before).isZero();
        assertThat(begun).contains("Started: every week on Sunday at 18:00.");
        assertThat(again).doesNotContain("Started");
        assertThat(rows("select 1 from prompt where organisation = $1")).hasSize(1);
        plan();
        assertThat(rows("select planned_until from schedule where organisation = $1 and open"))
                .hasSize(1);
    }

    @Test
    void what_is_no_time_is_asked_for_again() {
        // Given
        cora.types("/prompt");
        cora.presses("New prompt");
        cora.presses("Weekly check-in");
        cora.presses("Everyone");

        // When
        String said = text(cora.types("now and then"));

        // Then
        assertThat(said).contains("I did not get that.");
    }

    @Test
    void one_is_taken_out_paused_let_on_and_ended_from_the_list() {
        // Given
        long id = begun("FREQ=WEEKLY;BYDAY=SU", tomorrow());
        cora.types("/prompt");

        // When
        String shown = text(cora.presses("1. Weekly check-in"));
        String skipped = text(cora.presses("Skip "));
        String with = text(cora.presses("Show it"));
        cora.presses("Pause");
        Prompt.State paused = prompt(id).state();
        cora.presses("Show it");
        cora.presses("Go on");
        Prompt.State going = prompt(id).state();
        cora.presses("Show it");
        cora.presses("End it");
        cora.presses("End it");

        // Then
        assertThat(shown).contains("every week on Sunday at 18:00").doesNotContain("before you start it");
        assertThat(skipped).contains("is taken out.");
        assertThat(with).contains(": taken out");
        assertThat(prompt(id).skipped()).hasSize(1);
        assertThat(paused).isEqualTo(Prompt.State.PAUSED);
        assertThat(going).isEqualTo(Prompt.State.GOING);
        assertThat(prompt(id).state()).isEqualTo(Prompt.State.ENDED);
        assertThat(rows("select what from audit where organisation = $1 and what like '%prompt%'"))
                .hasSize(4);
    }

    @Test
    void a_question_that_may_not_have_arrived_is_listed_and_goes_again_when_somebody_says_so() {
        // Given
        Volunteer ann = livesIn("Ann", "Asia/Tokyo");
        Volunteer bo = livesIn("Bo", "Asia/Tokyo");
        begun("FREQ=DAILY;COUNT=1", tomorrow());
        gateway.cutAtNext(ann.chat());
        gateway.cutAtNext(bo.chat());
        falls(Prompts.KIND, tomorrow().toString(), "Asia/Tokyo");
        bo.presses("Quiet week");
        cora.types("/prompt");

        // When
        String shown = text(cora.presses("1. Weekly check-in"));
        String again = text(cora.presses("Send again"));

        // Then
        assertThat(shown).contains("1 person may not have got the question");
        assertThat(again).contains("They go again.");
        assertThat(times(ann, FIRST)).isEqualTo(2);
        assertThat(times(bo, FIRST)).isEqualTo(1);
        assertThat(text(cora.presses("Show it"))).doesNotContain("may not have got");
    }

    @Test
    void a_member_puts_nothing_on_the_calendar() {
        // Given
        Volunteer ann = livesIn("Ann", "Asia/Tokyo");

        // Then
        assertThat(text(ann.types("/prompt"))).contains("That is for those who run the campaign.");
    }

    @Test
    void a_standing_prompt_of_the_workspace_stands_once_and_what_people_did_to_it_stays() {
        // Given
        String file = """
                {"prompts": [{"prompt": "weekly", "playbook": "branch-week", "rule": "FREQ=WEEKLY;BYDAY=SU",
                  "from": "2027-01-03 18:00", "to": {"role": "captain"}, "check_in": true}]}
                """;
        campaign.settle(bot, file);
        TestCampaign.now(standing.apply(bot));
        long id = rows("select id from prompt where organisation = $1").get(0).getLong("id");
        Prompt prompt = prompt(id);
        does(writes -> Prompts.pause(writes, prompt));

        // When
        TestCampaign.now(standing.apply(bot));
        Prompt.State again = prompt(id).state();
        campaign.settle(bot, file.replace("BYDAY=SU", "BYDAY=MO"));
        TestCampaign.now(standing.apply(bot));
        Prompt changed = prompt(id);
        campaign.settle(bot, "{\"prompts\": []}");
        TestCampaign.now(standing.apply(bot));

        // Then
        assertThat(prompt.wanted().checkIn()).isTrue();
        assertThat(again).isEqualTo(Prompt.State.PAUSED);
        assertThat(changed.state()).isEqualTo(Prompt.State.PAUSED);
        assertThat(changed.rule().rule()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(prompt(id).state()).isEqualTo(Prompt.State.ENDED);
    }
}
