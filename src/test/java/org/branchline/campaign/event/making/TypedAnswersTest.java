package org.branchline.campaign.event.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.branchline.campaign.event.Where;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long, in which languages and where, as people type it. */
class TypedAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "90, 90",
        "90 min, 90",
        "45 minutter, 45",
        "2 hours, 120",
        "2 timer, 120",
        "1 t, 60",
        "1.5 hours, 90",
        "1½ time, 90",
        "1:30, 90",
        "24h, 1440"
    })
    void a_length_is_minutes_or_hours(String typed, int minutes) {
        assertThat(TypedLength.read(typed)).contains(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "long", "0", "4", "25 hours", "1441", "-90", "1:75"})
    void what_no_shift_lasts_is_no_length(String typed) {
        assertThat(TypedLength.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "English | en",
                "English and French | en fr",
                "engelsk, fransk og tysk | en fr de",
                "Deutsch | de",
                "en, da | en da",
                "English, en | en"
            })
    void languages_are_named_in_english_in_danish_and_by_themselves(String typed, String codes) {
        assertThat(TypedLanguages.read(typed)).contains(List.of(codes.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Klingon", "English, Klingon", ",", "en,fr,de,da,sv,no,fi,it,es,pt,nl"})
    void what_is_no_language_is_refused_whole(String typed) {
        assertThat(TypedLanguages.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Labour Hall, 3 High Street | Labour Hall, 3 High Street | ''",
                "https://example.org/calls?a=1 | '' | https://example.org/calls?a=1",
                "The Hall, or https://example.org/calls | The Hall, or | https://example.org/calls",
                "The Hall: https://example.org/calls | The Hall | https://example.org/calls",
                "http:// | http:// | ''",
                "https://[ | https://[ | ''"
            })
    void a_link_is_found_beside_a_place(String typed, String place, String link) {
        assertThat(Where.read(typed)).isEqualTo(new Where(place, link));
    }
}
