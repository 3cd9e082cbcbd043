package org.branchline.playbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.OrganisationId;
import org.junit.jupiter.api.Test;

class CompiledTest {

    private static final Compiled.Name NAME = new Compiled.Name(new OrganisationId(1), "joining-name", "v");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Compiled compiled = new Compiled();

    @Test
    void whoever_asks_waits_for_a_worker_thread_and_finds_it_at_hand_afterwards() throws IOException {
        // Given
        String source = source();
        assertThat(compiled.get(NAME)).isEmpty();

        // When
        Uni<Thread> compiler = compiled.compile(NAME, source).map(playbook -> Thread.currentThread());

        // Then
        assertThat(compiler.await().atMost(PATIENCE)).isNotSameAs(Thread.currentThread());
        assertThat(compiled.get(NAME)).isPresent();
    }

    @Test
    void two_who_ask_at_once_wait_for_the_same() throws IOException {
        // Given
        String source = source();

        // When
        Uni<Playbook> first = compiled.compile(NAME, source);
        Uni<Playbook> second = compiled.compile(NAME, source);

        // Then
        assertThat(first.await().atMost(PATIENCE)).isSameAs(second.await().atMost(PATIENCE));
    }

    @Test
    void what_cannot_be_read_is_tried_again_by_the_next_who_asks() throws IOException {
        // Given
        Uni<Playbook> broken = compiled.compile(NAME, "no playbook");
        assertThatThrownBy(() -> broken.await().atMost(PATIENCE)).isInstanceOf(IllegalStateException.class);

        // When
        Playbook playbook = compiled.compile(NAME, source()).await().atMost(PATIENCE);

        // Then
        assertThat(compiled.get(NAME)).containsSame(playbook);
    }

    private static String source() throws IOException {
        try (InputStream file = CompiledTest.class.getResourceAsStream("/playbooks/joining-name.yaml")) {
            return Version.text(file.readAllBytes());
        }
    }
}
