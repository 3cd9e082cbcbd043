package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressedTest {

    @Test
    void a_button_says_which_shift_what_to_do_and_with_which_number() {
        assertThat(Pressed.read("7.s")).contains(new Pressed(7, "s", 0));
        assertThat(Pressed.read("7.later250")).contains(new Pressed(7, "later", 250));
        assertThat(Pressed.read("123456789012.r999999999999999999"))
                .contains(new Pressed(123_456_789_012L, "r", 999_999_999_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7.", ".s", "x.s", "7.S", "7.s-1", "7.toolong", "7.s 1", "1234567890123.s"})
    void anything_else_is_none(String argument) {
        assertThat(Pressed.read(argument)).isEmpty();
    }
}
