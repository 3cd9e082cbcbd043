package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.branchline.delivery.Verdict;
import org.branchline.intake.door.DoorWitness.Answer;
import org.junit.jupiter.api.Test;

class NotingTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Noting noting = new Noting(new Figures(registry));

    @Test
    void each_answer_to_an_update_is_counted_for_itself() {
        // When
        noting.answered(Answer.FLOODED);
        noting.answered(Answer.FLOODED);
        noting.answered(Answer.REFUSED);
        noting.givenUp();

        // Then
        assertThat(count(Figure.UPDATES, "answer", "flooded")).isEqualTo(2);
        assertThat(count(Figure.UPDATES, "answer", "refused")).isEqualTo(1);
        assertThat(count(Figure.UPDATES, "answer", "taken")).isZero();
        assertThat(count(Figure.GIVEN_UP)).isEqualTo(1);
    }

    @Test
    void a_send_is_counted_by_state_and_reason_and_never_by_what_the_platform_said() {
        // When
        noting.noted(Verdict.State.FAILED, "BLOCKED");
        noting.noted(Verdict.State.UNCERTAIN, "502 Ann");
        noting.noted(Verdict.State.UNCERTAIN, "502 Bo");

        // Then
        assertThat(count(Figure.SENDS, "state", "failed", "reason", "blocked")).isEqualTo(1);
        assertThat(count(Figure.SENDS, "state", "uncertain", "reason", "502")).isEqualTo(2);
    }

    @Test
    void how_late_a_prompt_was_is_told_in_seconds() {
        // When
        noting.asked(Duration.ofSeconds(42));
        noting.asked(Duration.ofMillis(-3));

        // Then
        assertThat(registry.get(Figure.PROMPT_LATE.meter()).timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(42);
    }

    private double count(Figure figure, String... labels) {
        return registry.get(figure.meter()).tags(labels).counter().count();
    }
}
