package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LooksTest {

    private final List<CompletableFuture<Void>> begun = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Looks looks = new Looks(
            () -> {
                CompletableFuture<Void> end = new CompletableFuture<>();
                begun.add(end);
                return Uni.createFrom().completionStage(end);
            },
            failures::add);

    @Test
    void one_follows_for_all_that_were_asked_for_meanwhile() {
        // Given
        looks.look();
        looks.look();
        looks.look();
        int before = begun.size();

        // When
        begun.get(0).complete(null);

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(begun).hasSize(2);
    }

    @Test
    void a_look_that_failed_does_not_end_them() {
        // Given
        looks.look();
        begun.get(0).completeExceptionally(new IllegalStateException());

        // When
        looks.look();

        // Then
        assertThat(failures).hasSize(1);
        assertThat(begun).hasSize(2);
    }
}
