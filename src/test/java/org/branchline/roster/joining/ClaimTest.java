package org.branchline.roster.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-JKMN-PQRS", "abcd-efgh-jkmn-pqrs", " ABCDEFGHJKMNPQRS ", "ABCD EFGH—JKMN PQRS"})
    void a_code_may_be_typed_carelessly(String typed) {
        assertThat(new ClaimCode(typed).hash()).isEqualTo(new ClaimCode("ABCD-EFGH-JKMN-PQRS").hash());
    }

    @Test
    void a_code_has_four_groups_of_letters_that_are_not_mixed_up() {
        assertThat(ClaimCode.random().text()).matches("([A-HJKMNP-Z1-9]{4}-){3}[A-HJKMNP-Z1-9]{4}");
    }

    @Test
    void after_so_many_guesses_a_person_waits_and_others_do_not() {
        // Given
        Guesses guesses = new Guesses(2, Duration.ofHours(1));
        guesses.take(7, NOW);
        guesses.take(7, NOW.plusSeconds(60));

        // When
        boolean third = guesses.take(7, NOW.plusSeconds(120));

        // Then
        assertThat(third).isFalse();
        assertThat(guesses.take(8, NOW.plusSeconds(120))).isTrue();
        assertThat(guesses.take(7, NOW.plusSeconds(3_600))).isTrue();
    }
}
