package org.branchline.campaign.event.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Where;
import org.junit.jupiter.api.Test;

class SketchTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Sketch BEGUN = Sketch.begun(7, TOKYO, new Sketch.Target(Audience.EVERYONE, "Everyone"));

    @Test
    void five_answers_are_enough() {
        // When
        List<Sketch.Step> asked = new ArrayList<>();
        Sketch sketch = BEGUN;
        while (sketch.step() != Sketch.Step.PREVIEW) {
            asked.add(sketch.step());
            sketch = answered(sketch);
        }

        // Then
        assertThat(asked)
                .containsExactly(
                        Sketch.Step.KIND, Sketch.Step.TITLE, Sketch.Step.WHEN, Sketch.Step.PLACES, Sketch.Step.WHERE);
        assertThat(sketch.complete()).isTrue();
    }

    private static Sketch answered(Sketch sketch) {
        return switch (sketch.step()) {
            case KIND -> sketch.of(EventKind.PHONE_BANK, "britain");
            case TITLE -> sketch.titled("en", "Call Leeds");
            case WHEN ->
                sketch.beginning(
                        new Sketch.Beginning(LocalDateTime.parse("2027-03-11T18:00"), "FREQ=WEEKLY;BYDAY=TH"), TOKYO);
            case PLACES -> sketch.places(12);
            default -> sketch.at(new Where("The Hall", "https://example.org"));
        };
    }

    @Test
    void where_several_areas_are_called_it_is_asked_which() {
        assertThat(BEGUN.of(EventKind.PHONE_BANK, null).step()).isEqualTo(Sketch.Step.AREA);
        assertThat(BEGUN.of(EventKind.PHONE_BANK, null).calling("britain").step())
                .isEqualTo(Sketch.Step.TITLE);
    }

    @Test
    void every_change_is_an_edition_and_ends_what_was_asked_out_of_turn() {
        // Given
        Sketch asked = BEGUN.awaiting(Sketch.Step.LENGTH, "");

        // When
        Sketch changed = asked.lasting(Duration.ofMinutes(60));

        // Then
        assertThat(asked.step()).isEqualTo(Sketch.Step.LENGTH);
        assertThat(changed.step()).isEqualTo(Sketch.Step.KIND);
        assertThat(changed.edition()).isEqualTo(asked.edition() + 1);
    }

    @Test
    void whoever_writes_a_title_in_another_language_writes_the_note_in_it_too() {
        // Given
        Sketch noted = BEGUN.titled("en", "Call Leeds").noted("en", "We call.");

        // Then
        assertThat(noted.titled("da", "Ring til Leeds").step()).isEqualTo(Sketch.Step.NOTE);
        assertThat(noted.titled("da", "Ring til Leeds").language()).isEqualTo("da");
        assertThat(noted.titled("en", "Call York").awaited()).isNull();
    }

    @Test
    void what_is_kept_is_read_again() {
        // Given
        Sketch all = BEGUN.of(EventKind.PHONE_BANK, "britain")
                .titled(Map.of("en", "Call Leeds", "da", "Ring"))
                .noted("en", "We call.")
                .beginning(new Sketch.Beginning(LocalDateTime.parse("2027-03-11T18:00"), "FREQ=WEEKLY;BYDAY=TH"), TOKYO)
                .places(Sketch.ALL)
                .at(Where.LATER)
                .to(new Sketch.Target(Audience.EVERYONE.withBranches(List.of("tokyo")), "Tokyo"))
                .lasting(Duration.ofMinutes(45))
                .atLeast(3)
                .by("skills-audit")
                .speaking(List.of("en", "fr"))
                .needing("A headset")
                .awaiting(Sketch.Step.NOTE, "da");

        // Then
        assertThat(Sketches.sketch(7, Sketches.json(all))).isEqualTo(all);
        assertThat(Sketches.sketch(7, Sketches.json(BEGUN))).isEqualTo(BEGUN);
    }
}
