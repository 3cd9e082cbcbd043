package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RandomUpdatesIT {

    private static final int UPDATES = 1_000;
    private static final Set<Integer> WELL_ANSWERED = Set.of(200, 403, 413);

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_101, -7})
    void random_updates_find_no_error_and_a_healthy_chat_goes_on(long seed) {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        RandomUpdates updates = new RandomUpdates(seed);
        int failedBefore = Kept.failedUpdates();

        // When
        for (int i = 0; i < UPDATES; i++) {
            String update = updates.next();
            assertThat(Posted.post(update).statusCode()).as(update).isIn(WELL_ANSWERED);
        }

        // Then
        assertThat(Kept.failedUpdates()).isEqualTo(failedBefore);
        ann.presses("Many times").reads("3 of 11").presses("Most weeks").reads("4 of 11");
    }
}
