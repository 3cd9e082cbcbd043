package org.branchline.campaign.deadline.handing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PassingTest {

    private static final Passing BEGUN = new Passing(1, 2, List.of(), "Posters", true);

    @Test
    void whoever_is_pressed_again_is_left_out_again() {
        // When
        Passing passing = BEGUN.toggled(7).toggled(8).toggled(7);

        // Then
        assertThat(passing.chosen()).containsExactly(8L);
        assertThat(passing.part()).isEqualTo("Posters");
        assertThat(passing.awaited()).isFalse();
    }

    @Test
    void no_more_than_so_many_are_chosen() {
        // Given
        List<Long> most = LongStream.rangeClosed(1, Passing.MOST).boxed().toList();

        // When
        Passing passing = new Passing(1, 2, most, "", false).toggled(99);

        // Then
        assertThat(passing.chosen()).isEqualTo(most);
    }
}
