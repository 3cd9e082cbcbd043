package org.branchline.campaign.branch.appointing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

    @Test
    void what_is_written_is_read_again() {
        assertThat(Press.read(Press.of('b', 12))).contains(new Press('b', 12, 0, 0));
        assertThat(Press.read(Press.about('m', 12, 345))).contains(new Press('m', 12, 345, 0));
        assertThat(Press.read(Press.page('p', 0, 3))).contains(new Press('p', 0, 0, 3));
    }

    @Test
    void the_longest_fits_below_a_message() {
        assertThat(Press.about('m', 9_999_999_999L, 4_503_599_627_370_495L)).hasSizeLessThanOrEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "b", "12", "b12@", "b12@x", "b12.99999", "b99999999999", "B1", "b1@99999999999999999", "b1 "
            })
    void what_no_button_brings_is_nothing(String argument) {
        assertThat(Press.read(argument)).isEmpty();
    }
}
