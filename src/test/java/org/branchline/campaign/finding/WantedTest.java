package org.branchline.campaign.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    private static final String LONG = "a_skill_with_thirty_letters_ab";
    private static final List<Offer> OFFERS = List.of(
            offer("skills", "calls", LONG), offer("languages", "en", "fr"), offer("availability", "weekday_evening"));

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0",
        "calls, 1, 0",
        "calls.fr, 2, 0",
        "calls.-.weekday_evening, 3, 0",
        "-.-.-.7, 3, 7",
        "-.-.-.x, 3, 0",
        "-.-.-.99999, 3, 0",
        "sing, 0, 0",
        "calls.xx, 0, 0",
        "4000000001, 0, 0",
        "..., 0, 0"
    })
    void what_is_not_understood_begins_anew(String argument, int chosen, int page) {
        // When
        Wanted wanted = Wanted.read(argument, OFFERS);

        // Then
        assertThat(wanted.chosen()).hasSize(chosen);
        assertThat(wanted.page()).isEqualTo(page);
    }

    @Test
    void a_button_carries_all_of_it_in_thirty_letters() {
        // Given
        Wanted longest = new Wanted(List.of(LONG, LONG, "weekday_evening"), 999);

        // When
        String argument = longest.argument();

        // Then
        assertThat(argument).hasSizeLessThanOrEqualTo(30).isPrintable();
        assertThat(Wanted.read(argument, List.of(OFFERS.get(0), OFFERS.get(0), OFFERS.get(2))))
                .isEqualTo(longest);
    }

    @Test
    void what_nobody_can_be_found_by_is_not_asked() {
        // Given
        Offer nothing = new Offer("", List.of());

        // Then
        assertThat(Wanted.read("", List.of(nothing, OFFERS.get(1), nothing)).chosen())
                .containsExactly("-");
        assertThat(Wanted.read("-.fr", List.of(nothing, OFFERS.get(1), nothing)).complete())
                .isTrue();
        assertThat(Wanted.read("", List.of(nothing, nothing, nothing)).complete())
                .isTrue();
    }

    @Test
    void whose_time_varies_may_be_free_then() {
        // When
        Audience audience = Wanted.read("calls.-.weekday_evening", OFFERS).within(Audience.EVERYONE, OFFERS);

        // Then
        assertThat(audience.json()).isEqualTo("""
                {"attributes":{"all":{"skills":["calls"]},"any":{"availability":["varies","weekday_evening"]}}}""");
    }

    private static Offer offer(String attribute, String... ids) {
        return new Offer(
                attribute,
                Stream.of(ids).map(id -> new Option(id, Texts.of("en", id))).toList());
    }
}
