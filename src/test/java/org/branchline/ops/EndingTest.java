package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class EndingTest {

    private final Ending ending = new Ending();

    @Test
    void a_process_that_stays_is_ready() {
        assertThat(ending.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void one_that_was_told_to_end_is_not_and_says_so() {
        // When
        ending.begin(new ShutdownEvent());

        // Then
        assertThat(ending.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(ending.call().getData().orElseThrow().get("what")).asString().contains("told to end");
    }
}
