package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final Throwable FAILURE = new IllegalStateException(
            "Zerafina wrote this", new PgException("Zerafina", "ERROR", "23505", "Key (name)=(Zerafina) exists"));

    @Test
    void a_trace_names_classes_places_and_states_but_no_message() {
        // When
        String trace = Causes.trace(FAILURE).toString();

        // Then
        assertThat(trace)
                .startsWith("java.lang.IllegalStateException\n\tat org.branchline.intake.CausesTest")
                .contains("\nCaused by: io.vertx.pgclient.PgException SQLSTATE 23505")
                .doesNotContain("Zerafina");
    }

    @Test
    void a_chain_that_bites_its_tail_ends() {
        // Given
        Throwable inner = new IllegalArgumentException("Zerafina");
        inner.initCause(new IllegalStateException(inner));

        // When
        String names = Causes.names(inner);

        // Then
        assertThat(names).isEqualTo("java.lang.IllegalArgumentException < java.lang.IllegalStateException");
    }
}
