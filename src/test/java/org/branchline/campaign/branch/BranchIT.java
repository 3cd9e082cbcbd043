package org.branchline.campaign.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.branchline.conversation.Action;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch as its captain sees it, and nobody else's. */
@QuarkusTest
@TestProfile(Recorded.class)
class BranchIT {

    @Inject
    TestCampaign campaign;

    private Bot bot;
    private Volunteer maria;
    private Volunteer ann;

    @BeforeEach
    void mariaLooksAfterTokyo() {
        bot = campaign.organise();
        maria = campaign.member(bot, "Maria");
        ann = campaign.member(bot, "Ann");
        campaign.grant(maria, "captain", "tokyo");
        campaign.rows(
                bot,
                "update chat set seen_at = now() - interval '40 days' where organisation = $1 and id = $2",
                ann.chat());
        campaign.rows(bot, """
                update run set touched_at = now() - interval '40 days', started_at = now() - interval '41 days'
                where organisation = $1 and chat = $2""", ann.chat());
    }

    private long branch(String key) {
        return campaign.rows(bot, "select id from branch where organisation = $1 and key = $2", key)
                .get(0)
                .getLong("id");
    }

    @Test
    void a_captain_sees_how_it_stands_and_who_is_quiet() {
        // When
        String card = text(maria.types("/branch"));
        String quiet = text(maria.presses("Who is quiet?"));
        String back = text(maria.presses("Back"));

        // Then
        assertThat(card).contains("Tokyo, the last 7 days:", "2 joined, 2 in all", "1 has been quiet for 30 days");
        assertThat(quiet).contains("Tokyo, quiet for 30 days:\n· Ann").doesNotContain("Maria");
        assertThat(back).isEqualTo(card);
        assertThat(campaign.rows(
                        bot, "select 1 from audit where organisation = $1 and what = 'looked at who is quiet'"))
                .hasSize(1);
    }

    @Test
    void a_few_letters_of_its_name_find_it() {
        // Given
        campaign.grant(ann, "coordinator", null);

        // When
        String card = text(ann.types("/branch tok"));

        // Then
        assertThat(card).startsWith("Tokyo, the last 7 days:");
    }

    @Test
    void another_branch_is_not_theirs_whatever_number_is_sent() {
        // Given
        long paris = branch("paris");

        // When
        String typed = text(maria.types("/branch b" + paris));
        String names = text(maria.types("/branch q" + paris + ".0"));

        // Then
        assertThat(typed).contains("Which one do you want to see?").doesNotContain("Paris");
        assertThat(names).contains("Which one do you want to see?").doesNotContain("Paris");
    }

    @Test
    void a_forged_button_of_another_branch_shows_nothing_of_it() {
        // Given
        long paris = branch("paris");

        // When
        maria.does(Volunteer.update(), new What.Press("p", 1, new Action.Order("branch", "q" + paris + ".0")));
        String said = text(maria.reads());

        // Then
        assertThat(said).contains("Which one do you want to see?").doesNotContain("Paris");
    }

    @Test
    void a_coordinator_chooses_which() {
        // Given
        Volunteer cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);

        // When
        String which = text(cora.types("/branch"));
        String paris = text(cora.presses("Paris"));

        // Then
        assertThat(which).contains("Which one do you want to see?");
        assertThat(paris)
                .contains("Paris, the last 7 days:", "nobody joined, 0 in all", "nobody has been quiet for 30 days");
    }

    @Test
    void a_member_looks_after_nothing() {
        // When
        String said = text(ann.types("/branch"));

        // Then
        assertThat(said).contains("That is for those who look after a part of the campaign.");
    }
}
