package org.branchline.campaign.event.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.branchline.campaign.event.EventCase;
import org.branchline.intake.Recorded;
import org.junit.jupiter.api.Test;

/** A phone bank from its beginning to what all of it came to. */
@QuarkusTest
@TestProfile(Recorded.class)
class CallingIT extends EventCase {

    @Test
    void each_press_counts_a_call_and_the_last_one_can_be_taken_back() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));

        // When
        String begins = last(ann);
        ann.presses("No answer");
        ann.presses("No answer");
        ann.presses("Supporter");
        String counted = text(ann.presses("Refused"));
        String back = text(ann.presses("Take the last one back"));

        // Then
        assertThat(begins)
                .contains(
                        "Ann, it begins now.",
                        "https://example.org/calls",
                        "Only the numbers are kept",
                        "No calls yet.");
        assertThat(counted).contains("4 calls, 2 people spoken to", "No answer 2 · Refused 1 · Supporter 1");
        assertThat(back).contains("3 calls, 1 person spoken to", "No answer 2 · Supporter 1");
    }

    @Test
    void a_shift_that_cannot_be_read_stops_no_other_that_begins_behind_it() {
        // Given
        long broken = shift(5, Duration.ofMinutes(118));
        long whole = shift(5, Duration.ofHours(2));
        ann.orders("shift", broken + ".s");
        bo.orders("shift", whole + ".s");
        rows(
                "update event e set titles = '{}' from shift s where e.organisation = $1 and s.organisation = $1"
                        + " and s.event = e.id and s.id = $2",
                broken);

        // When
        passes(Duration.ofHours(2));

        // Then
        assertThat(last(bo)).contains("Bo, it begins now.");
        assertThat(seen(cora)).contains("Cora, your shift begins.", "1. Bo");
        assertThat(seen(ann)).doesNotContain("it begins now");
    }

    @Test
    void afterwards_each_is_thanked_once_with_what_all_of_them_did_and_says_how_it_was() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");
        bo.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));
        ann.presses("Supporter");
        ann.presses("No answer");

        // When
        passes(Duration.ofMinutes(91));
        work();
        String counted = last(ann);
        String toBo = last(bo);
        bo.presses("10");
        String spoken = text(bo.presses("5"));
        String felt = text(ann.presses("Hard"));

        // Then
        assertThat(counted)
                .contains(
                        "Thank you, Ann! Phone bank is over.",
                        "Together you made 2 calls: 1 person spoken to.",
                        "How was it for you?");
        assertThat(toBo).contains("About how many calls did you make?");
        assertThat(spoken).contains("How was it for you?");
        assertThat(felt).contains("It isn't always easy.");
        assertThat(rows("select calls, contacts from shift_tally where organisation = $1 and calls is not null")
                        .get(0)
                        .toJson()
                        .toString())
                .isEqualTo("{\"calls\":10,\"contacts\":5}");
        assertThat(seen(ann)).containsOnlyOnce("Thank you, Ann!");
        assertThat(rows("select felt from shift_place where organisation = $1 and felt is not null"))
                .extracting(row -> row.getString("felt"))
                .containsExactly("hard");
    }

    @Test
    void only_whoever_has_a_place_counts_and_not_before_it_begins() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");

        // When
        String early = text(ann.orders("tally", shift + ".s"));
        passes(Duration.ofHours(2));
        List<String> refused = List.of(
                text(bo.orders("tally", shift + ".s")),
                text(ann.orders("tally", (shift + 1_000) + ".s")),
                text(ann.orders("tally", "nonsense")));

        // Then
        assertThat(early).contains("There is nothing to count here");
        assertThat(refused).allMatch(said -> said.contains("There is nothing to count here"));
        assertThat(rows("select 1 from shift_tally where organisation = $1")).isEmpty();
    }

    @Test
    void what_ended_half_a_day_ago_is_over_in_silence() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");

        // When
        passes(Duration.ofHours(16));

        // Then
        assertThat(seen(ann)).doesNotContain("Thank you, Ann!", "it begins");
    }
}
