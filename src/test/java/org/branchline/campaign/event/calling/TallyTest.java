package org.branchline.campaign.event.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void every_outcome_is_a_call_and_some_are_people_spoken_to() {
        // Given
        Tally tally =
                new Tally(Map.of(Outcome.NO_ANSWER, 4, Outcome.REFUSED, 1, Outcome.SUPPORTER, 2), Map.of(), null, null);

        // Then
        assertThat(List.of(tally.calls(), tally.contacts())).containsExactly(7, 3);
    }

    @Test
    void what_is_said_afterwards_counts_where_it_is_more_than_was_counted() {
        // Given
        Map<Outcome, Integer> counted = Map.of(Outcome.NO_ANSWER, 2, Outcome.SUPPORTER, 1);

        // Then
        assertThat(new Tally(counted, Map.of(), 10, 4).calls()).isEqualTo(10);
        assertThat(new Tally(counted, Map.of(), 10, 4).contacts()).isEqualTo(4);
        assertThat(new Tally(counted, Map.of(), 0, 0).calls()).isEqualTo(3);
        assertThat(new Tally(counted, Map.of(), 5, 50).contacts()).isEqualTo(5);
    }

    @Test
    void nobody_who_counted_nothing_is_asked_twice_where_they_said_none() {
        assertThat(List.of(
                        Tally.NONE.any(),
                        new Tally(Map.of(), Map.of(), 0, null).any(),
                        Tally.NONE.one(Outcome.REFUSED).any()))
                .containsExactly(false, true, true);
    }

    @Test
    void a_card_says_what_was_counted_in_english_and_danish() {
        // Given
        Tally tally = Tally.NONE.one(Outcome.NO_ANSWER).one(Outcome.NO_ANSWER).one(Outcome.SUPPORTER);

        // Then
        assertThat(TallyText.total(tally, "mine", "en")).isEqualTo("3 calls, 1 person spoken to");
        assertThat(TallyText.total(tally, "all", "da")).isEqualTo("I ringede 3 gange tilsammen: 1 talt med.");
        assertThat(TallyText.total(Tally.NONE, "mine", "en")).isEqualTo("No calls yet.");
    }
}
