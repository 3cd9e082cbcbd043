package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.branchline.drill.Parts.Part;
import org.branchline.drill.wire.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Several processes are one service, whichever of them restarts, dies, stands still, loses Postgres or has a wrong clock. */
@Execution(ExecutionMode.CONCURRENT)
class ReplicasDrillIT {

    private static final Path TARGET = Path.of("target/drill");
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Map<String, String> SHORT_LEASE = Map.of("LEASE_SECONDS", Long.toString(LEASE.toSeconds()));
    private static final List<Fault> CUTS = List.of(Fault.HELD, Fault.RESET, Fault.MUTE, Fault.MUTE_FROM_COMMIT);
    private static final int MINUTES_OFF = 5;
    private static final int PROCESSES = 3;

    private static Path folder() {
        return TARGET.resolve(UUID.randomUUID().toString());
    }

    private static Part underLoad(String part, int recipients, int times, Map<String, String> settings, Mishap mishap) {
        return new Part(
                part,
                new ReplicasUnderLoad(folder(), "replicas/" + part, PROCESSES, recipients, times, settings, mishap)
                        ::play);
    }

    private static Part clock(String part, int minutes) {
        return new Part(part, new ClockOff(folder(), "replicas/" + part, minutes, 10)::play);
    }

    /** Half-open is the hardest: nobody is told of anything. */
    @Test
    void losesNothingWhereTheWayToPostgresFallsSilent() throws Exception {
        // Given
        CutFromDatabase cut = new CutFromDatabase(LEASE, LEASE, List.of(Fault.MUTE_FROM_COMMIT), 5);
        ReplicasUnderLoad drill = new ReplicasUnderLoad(folder(), "replicas", 2, 100, 1, SHORT_LEASE, cut);

        // When
        Figures figures = drill.play();

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    @Test
    @Tag("drill")
    @Tag("drill-replicas")
    void isOneServiceWhateverBreaks() throws Exception {
        // Given
        List<Part> parts = List.of(
                clock("ahead", MINUTES_OFF),
                clock("behind", -MINUTES_OFF),
                underLoad("rolling", 600, 6, Map.of(), new RollingRestart()),
                underLoad(
                        "cut",
                        600,
                        CUTS.size(),
                        SHORT_LEASE,
                        new CutFromDatabase(LEASE, LEASE.multipliedBy(2), CUTS, 1)),
                underLoad("killed", 600, 3, SHORT_LEASE, new HolderGone(HolderGone.Way.KILLED, LEASE)),
                underLoad("paused", 600, 2, SHORT_LEASE, new HolderGone(HolderGone.Way.PAUSED, LEASE)));

        // When
        List<Figures> all = Parts.sideBySide(TARGET.resolve("replicas.json"), parts);

        // Then
        Parts.assertHeld(all);
    }
}
