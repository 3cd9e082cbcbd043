package org.branchline.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            København      | koebenhavn
            København      | KOBENHAVN
            Koebenhavn     | københavn
            Århus          | Aarhus
            Aarhus         | århus
            Århus          | arhus
            Næstved        | naestved
            Ærøskøbing     | aeroeskoebing
            Ærøskøbing     | Aroskobing
            Nørre Åby      | norre aaby
            Düsseldorf     | duesseldorf
            Düsseldorf     | dusseldorf
            Gießen         | giessen
            Västerås       | vaesteraas
            São Paulo      | sao paulo
            Łódź           | lodz
            St. John's     | st johns
            """)
    void a_name_is_known_however_its_letters_are_typed(String name, String typed) {
        // Then
        assertThat(Likeness.folded(typed)).isEqualTo(Likeness.folded(name));
        assertThat(branch(name).like(typed)).isTrue();
    }

    @Test
    void letters_of_other_scripts_stay_what_they_are() {
        // Then
        assertThat(branch("東京").like("東京")).isTrue();
        assertThat(branch("東京").like("大阪")).isFalse();
    }

    @Test
    void a_name_is_known_by_its_beginning() {
        // Then
        assertThat(branch("Århus Midt").like("aar")).isTrue();
        assertThat(branch("København").like("koeb")).isTrue();
        assertThat(branch("København").like("aarh")).isFalse();
    }

    private static Branch branch(String name) {
        return new Branch(1, "key", null, Map.of("da", name), null, null, null);
    }
}
