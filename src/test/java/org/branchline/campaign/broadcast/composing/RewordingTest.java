package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.conversation.Attached;
import org.junit.jupiter.api.Test;

class RewordingTest {

    private static final List<String> LANGUAGES = List.of("en", "da");

    private final Composition written = Composition.begun(1)
            .to(Audience.EVERYONE, "Everyone")
            .saying(Said.NOTHING.saying("Tonight?").of(Kind.SERVICE));

    @Test
    void another_language_is_asked_for_and_left_again() {
        // When
        Composition asked = written.saying(said(written, "l", "1"));
        Composition left = asked.saying(said(asked, "d", "1"));

        // Then
        assertThat(asked.step()).isEqualTo(Composition.Step.OTHER_TEXT);
        assertThat(asked.said().besides().awaited().language()).isEqualTo("da");
        assertThat(left.step()).isEqualTo(Composition.Step.ACTIONS);
    }

    @Test
    void only_a_service_message_goes_at_night() {
        // Given
        Composition nightly = written.going(Going.NOW.nights(true));

        // When
        Composition appeal = nightly.saying(nightly.said().of(Kind.APPEAL));

        // Then
        assertThat(nightly.goes().nights()).isTrue();
        assertThat(appeal.goes().nights()).isFalse();
    }

    @Test
    void a_language_that_is_not_there_means_nothing() {
        assertThat(Rewording.of(written, LANGUAGES, "l", "2")).isEmpty();
        assertThat(Rewording.of(written, LANGUAGES, "l", "0")).isEmpty();
    }

    @Test
    void labels_are_asked_for_in_each_language_that_has_a_text() {
        // Given
        Said both = written.said().with(written.said().besides().saying("da", "I aften?"));

        // When
        Said english = Labelling.taken(both, "en", Labelling.read("I'm in, Can't\nLater"), LANGUAGES);
        Said danish = Labelling.taken(english, "da", Labelling.read("Ja · Nej · Senere"), LANGUAGES);

        // Then
        assertThat(written.saying(english).step()).isEqualTo(Composition.Step.LABELS);
        assertThat(written.saying(danish).step()).isEqualTo(Composition.Step.PREVIEW);
        assertThat(danish.besides().labels())
                .isEqualTo(Map.of("en", List.of("I'm in", "Can't", "Later"), "da", List.of("Ja", "Nej", "Senere")));
    }

    @Test
    void what_stands_beside_the_text_is_read_as_it_was_kept() {
        // Given
        Besides besides = Besides.NOTHING
                .offering("skills-audit", Map.of("da", "Hvad?"))
                .with(new Besides.Piece(7, new Attached("poster", true)))
                .labelled("en", List.of("Yes"))
                .awaiting(Besides.Awaited.Thing.TEXT, "da")
                .hearing("en", Instant.parse("2027-03-04T12:00:00Z"));

        // When
        Besides read = Besides.read(new JsonObject(besides.json().encode()));

        // Then
        assertThat(read).isEqualTo(besides);
    }

    private static Said said(Composition composition, String deed, String with) {
        return Rewording.of(composition, LANGUAGES, deed, with).orElseThrow();
    }
}
