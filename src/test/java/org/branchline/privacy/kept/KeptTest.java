package org.branchline.privacy.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTest {

    @Test
    void no_two_sections_have_the_same_name() {
        assertThat(names()).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void every_section_has_a_title_for_whoever_reads_it(String language) {
        // When
        ResourceBundle texts = ResourceBundle.getBundle("texts/privacy_" + language, Locale.ROOT);

        // Then
        assertThat(names()).allMatch(name -> texts.containsKey("section." + name));
    }

    @Test
    void each_asks_only_for_this_organisation_and_this_person() {
        assertThat(Kept.SECTIONS)
                .allMatch(section -> section.select().contains("organisation = $1"))
                .allMatch(section -> section.select().contains("$2"));
    }

    private static List<String> names() {
        return Kept.SECTIONS.stream().map(Section::name).toList();
    }
}
