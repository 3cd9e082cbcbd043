package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaves updates that were given up, or are still tried, for the record of a release; other tests clear theirs away. */
@QuarkusTest
@Tag("release")
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class LeftUnhandledIT {

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    @Test
    void an_update_was_given_up_and_another_is_still_tried() {
        // Given
        Volunteer ann = Halfway.atTheFirstQuestion().presses("Something else").reads("Please type it");
        Volunteer bo = Halfway.atTheFirstQuestion().presses("Something else").reads("Please type it");
        try (Choke choke = Choke.on("HEMLOCK")) {
            // When
            List<Integer> givenUp = posted(Posted.text(ann.id(), choke.word()), 5);
            List<Integer> tried = posted(Posted.text(bo.id(), choke.word()), 2);

            // Then
            assertThat(givenUp).containsExactly(503, 503, 503, 503, 200);
            assertThat(tried).containsExactly(503, 503);
        }
    }

    private static List<Integer> posted(JsonObject update, int times) {
        return Stream.generate(() -> Posted.post(update).statusCode())
                .limit(times)
                .toList();
    }
}
