package org.branchline.campaign.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.branchline.conversation.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @Test
    void options_own_words_and_skips_are_counted_apart() {
        // Given
        Tally tally = new Tally(Set.of("calls", "posts"));

        // When
        tally.add(new Answer.Chosen(List.of("calls", "posts"), null), 1);
        tally.add(new Answer.Chosen(List.of("calls"), "sing"), 1);
        tally.add(new Answer.Skipped(), 1);

        // Then
        assertThat(tally.answered()).isEqualTo(2);
        assertThat(tally.of("calls")).isEqualTo(2);
        assertThat(tally.of("posts")).isEqualTo(1);
        assertThat(tally.ownWords()).isEqualTo(1);
        assertThat(tally.skipped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "1 9, 5", "1 2, 1.5", "9 1 4, 4", "0 0 0 10, 0"})
    void figures_are_told_by_their_median(String figures, BigDecimal median) {
        // Given
        Tally tally = new Tally(Set.of());

        // When
        for (String figure : figures.split(" ", -1)) {
            tally.add(new Answer.Figure(new BigDecimal(figure)), 1);
        }

        // Then
        assertThat(tally.median()).hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(median));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, ''", "1, 100, ▌", "5, 10, █████", "10, 10, ██████████", "1, 3, ███▌", "3, 0, ''"})
    void a_bar_shows_a_part_of_ten_letters(long part, long whole, String bar) {
        assertThat(Bar.of(part, whole)).isEqualTo(bar);
    }
}
