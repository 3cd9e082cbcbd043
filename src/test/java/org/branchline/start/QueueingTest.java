package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QueueingTest {

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void a_step_that_finds_a_row_taken_is_begun_once_more() {
        // When
        String done = Queueing.step(() -> begun.incrementAndGet() == 1
                        ? Uni.createFrom().<String>failure(refused("55P03"))
                        : Uni.createFrom().item("settled"))
                .await()
                .atMost(Duration.ofSeconds(10));

        // Then
        assertThat(done).isEqualTo("settled");
        assertThat(begun).hasValue(2);
    }

    @Test
    void a_step_that_fails_otherwise_is_not() {
        // When
        Uni<String> step = Queueing.step(() -> {
            begun.incrementAndGet();
            return Uni.createFrom().failure(refused("42501"));
        });

        // Then
        assertThatThrownBy(() -> step.await().atMost(Duration.ofSeconds(10))).isInstanceOf(PgException.class);
        assertThat(begun).hasValue(1);
    }

    private static PgException refused(String state) {
        return new PgException("refused", "ERROR", state, "");
    }
}
