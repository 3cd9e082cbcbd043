package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class OwnDetailsIT extends AnnJoined {

    @Test
    void start_shows_what_is_open_and_what_else_can_be_done() {
        // When
        String card = text(ann.types("/start"));

        // Then
        assertThat(card).contains("Hello Ann. This is open for you:");
        ann.presses("Skills audit");
    }

    @Test
    void a_name_is_changed_by_one_question() {
        // Given
        ann.types("/me");
        ann.presses("Change name");

        // When
        ann.types("Anna");

        // Then
        assertThat(text(ann.types("/me"))).contains("You are Anna.");
    }

    @Test
    void a_branch_is_changed_by_one_question() {
        // Given
        assertThat(text(ann.types("/me"))).contains("Branch: Tokyo");
        ann.presses("Change branch");

        // When
        ann.presses("Paris");

        // Then
        assertThat(text(ann.types("/me"))).contains("Branch: Paris");
    }

    @Test
    void the_language_changes_at_once() {
        // Given
        ann.types("/me");

        // When
        String said = text(ann.presses("Dansk"));

        // Then
        assertThat(said).contains("Du hedder Ann.");
    }

    @Test
    void being_asked_before_being_named_is_chosen_and_taken_back() {
        // Given
        assertThat(text(ann.types("/me"))).contains("finds you when they look for help");

        // When
        String asked = text(ann.presses("Ask me first"));
        String kept = text(ann.types("/me"));
        String named = text(ann.presses("You may just name me"));

        // Then
        assertThat(asked).contains("Before I name you");
        assertThat(kept).contains("Before I name you");
        assertThat(named).contains("finds you when they look for help");
    }

    @Test
    void quiet_and_fewer_are_kept() {
        // When
        String quiet = text(ann.types("/quiet 1/9/2199"));
        String fewer = text(ann.types("/fewer 2"));

        // Then
        assertThat(quiet).contains("1 September 2199");
        assertThat(fewer).contains("2 messages a week");
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from member where organisation = $1 and weekly_messages = 2 and quiet_until > now()",
                        bot.organisation().number()))
                .hasSize(1);
    }

    @Test
    void something_wrong_says_where_to_turn_and_is_stored_nowhere() {
        // When
        String said = text(ann.types("something is wrong"));

        // Then
        assertThat(said).contains("Write to care@example.org.", "Helpline: https://help.example.org");
        for (String table : List.of("answer", "run", "job", "dead_letter", "audit")) {
            assertThat(campaign.sql(
                            bot.organisation(), "select t::text from " + table + " t where t::text like '%wrong%'"))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void a_person_is_named_where_there_is_one() {
        // Given
        campaign.grant(ann, "captain", "tokyo");
        Volunteer bo = campaign.member(bot, "Bo");

        // When
        String said = text(bo.types("/person"));

        // Then
        assertThat(said).contains("Ann", "campaign@example.org");
    }
}
