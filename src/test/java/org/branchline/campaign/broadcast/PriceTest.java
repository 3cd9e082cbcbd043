package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void ten_messages_take_one_star_at_most_and_a_begun_one_counts() {
        assertThat(new Price(12_345, 30, 1_000).stars()).isEqualTo(1_235);
        assertThat(new Price(0, 30, 1_000).stars()).isZero();
    }

    @Test
    void it_says_how_long_both_ways_take() {
        // Given
        Price price = new Price(100_000, 30, 1_000);

        // Then
        assertThat(price.free()).isEqualTo(Duration.ofSeconds(3_334));
        assertThat(price.paid()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void it_is_worth_a_thought_only_where_it_takes_long_for_free() {
        assertThat(new Price(9_000, 30, 1_000).worthwhile()).isFalse();
        assertThat(new Price(9_001, 30, 1_000).worthwhile()).isTrue();
        assertThat(new Price(100_000, 0, 1_000).worthwhile()).isFalse();
        assertThat(new Price(1_000_000, 2_000, 1_000).worthwhile()).isFalse();
    }
}
