package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.branchline.drill.Parts.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A broadcast reaches each of its recipients at most once, and the service can say of every one what became of it. */
@Execution(ExecutionMode.CONCURRENT)
class BroadcastDrillIT {

    private static final Path TARGET = Path.of("target/drill");

    private static Path folder() {
        return TARGET.resolve(UUID.randomUUID().toString());
    }

    @Test
    void sendsToEachOnceThroughTwoKills() throws Exception {
        // Given
        BroadcastInterrupted drill = new BroadcastInterrupted(folder(), 200, 5, 2, BroadcastInterrupted.Way.KILLED);

        // When
        Figures figures = drill.play();

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    @Test
    @Tag("drill")
    @Tag("drill-broadcast")
    void sendsToEachOnceWhateverBreaks() throws Exception {
        // Given
        List<Part> parts = List.of(
                new Part(
                        "restarts",
                        new BroadcastInterrupted(folder(), 2_000, 30, 20, BroadcastInterrupted.Way.RESTARTED)::play),
                new Part(
                        "kills",
                        new BroadcastInterrupted(folder(), 5_000, 30, 20, BroadcastInterrupted.Way.KILLED)::play),
                new Part("silenced", new BroadcastSilenced(folder(), 1_000, Duration.ofSeconds(60))::play),
                new Part("replicas", new BroadcastReplicas(folder(), 2_000, 10)::play),
                new Part("postgres", new BroadcastDatabaseAway(folder(), 2_000, DatabaseTrouble.STOPPED, 5)::play),
                new Part("frozen", new BroadcastDatabaseAway(folder(), 2_000, DatabaseTrouble.FROZEN, 3)::play),
                new Part("left", new BroadcastLeft(folder(), 1_000, 300)::play),
                new Part("blocked", new BroadcastRefused(folder(), 1_000, 300, 0)::play),
                new Part("faults", new BroadcastRefused(folder(), 4_000, 0, 5)::play));

        // When
        List<Figures> all = Parts.sideBySide(TARGET.resolve("broadcast.json"), parts);

        // Then
        Parts.assertHeld(all);
    }
}
