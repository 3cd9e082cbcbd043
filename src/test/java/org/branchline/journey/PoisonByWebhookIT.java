package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update that cannot be handled is sent back until it is given up. */
@QuarkusTest
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PoisonByWebhookIT {

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    @Test
    void it_is_given_up_at_the_fifth_try_and_the_open_question_is_asked_again() {
        // Given
        Volunteer ann = Halfway.atTheFirstQuestion().presses("Something else").reads("Please type it");
        try (Choke choke = Choke.on("NIGHTSHADE")) {
            JsonObject update = Posted.text(ann.id(), choke.word());

            // When
            List<Integer> statuses = Stream.generate(() -> Posted.post(update).statusCode())
                    .limit(6)
                    .toList();

            // Then
            assertThat(statuses).containsExactly(503, 503, 503, 503, 200, 200);
            assertThat(Kept.updates(ann.id(), "dead")).isEqualTo(1);
            ann.reads("I was away for a moment").reads("1 of up to 11").presses("☐ Make leaflets");
        } finally {
            Kept.forgetUpdates(ann.id());
        }
    }
}
