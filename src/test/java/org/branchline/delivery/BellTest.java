package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BellTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> words = new CopyOnWriteArrayList<>();
    private final Bell bell = new Bell(vertx, words::add);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_first_is_told_at_once_and_the_rest_together() {
        // When
        bell.ring(7);
        for (int i = 0; i < 1_000; i++) {
            bell.ring(8 + i % 3);
        }

        // Then
        assertThat(words.get(0)).isEqualTo("7");
        await().until(() -> told().equals(Set.of(7L, 8L, 9L, 10L)));
        assertThat(words).hasSizeLessThan(100);
    }

    private Set<Long> told() {
        List<Long> bots = new ArrayList<>();
        words.forEach(word -> Bell.heard(word, bots::add));
        return new HashSet<>(bots);
    }
}
