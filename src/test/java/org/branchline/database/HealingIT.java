package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;
import org.branchline.drill.wire.Fault;
import org.branchline.drill.wire.FaultProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postgres goes away and comes back; the pool asks nobody. */
class HealingIT {

    @TempDir
    Path folder;

    private Ground ground;
    private Replica replica;

    @BeforeEach
    void open() {
        ground = SuiteGround.fresh(folder);
        replica = Replica.on(ground);
        read();
    }

    @AfterEach
    void close() {
        replica.close();
        ground.close();
    }

    @Test
    void a_frozen_server_fails_a_turn_within_six_seconds_and_heals() throws Exception {
        // Given
        List<Long> processes = processes();
        signal("-STOP", processes);
        long before = System.nanoTime();
        try {

            // When
            assertThatThrownBy(this::read).isNotNull();

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        } finally {
            signal("-CONT", processes);
        }
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(this::read);
    }

    @Test
    void a_killed_backend_costs_one_turn_at_most() throws Exception {
        // When
        signal("-TERM", processes().stream().skip(1).filter(this::serves).toList());

        // Then
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().untilAsserted(this::read);
    }

    @Test
    void a_server_whose_greetings_were_lost_is_met_again_within_ten_seconds() throws IOException {
        // Given
        int server = DatabaseAddress.parse(
                        Files.readString(folder.resolve("postgres.url")).strip())
                .port();
        try (FaultProxy way = new FaultProxy(server);
                Replica behind = Replica.through(way.port(), ground)) {
            way.become(Fault.MUTE);
            List<Uni<RowSet<Row>>> many =
                    Collections.nCopies(40, read(behind).onFailure().recoverWithNull());
            Uni.join().all(many).andCollectFailures().await().atMost(Duration.ofSeconds(20));

            // When
            way.become(Fault.NONE);

            // Then
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .untilAsserted(() -> read(behind).await().atMost(Duration.ofSeconds(20)));
        }
    }

    private boolean serves(long process) {
        try {
            return Files.readString(Path.of("/proc/" + process + "/cmdline")).contains("branchline branchline");
        } catch (IOException gone) {
            return false;
        }
    }

    private void read() {
        read(replica).await().atMost(Duration.ofSeconds(20));
    }

    private static Uni<RowSet<Row>> read(Replica replica) {
        return replica.transactions().acrossOrganisations(tx -> tx.query("select id from organisation"));
    }

    /** The postmaster first, then all it started. */
    private List<Long> processes() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        List<Long> all = new ArrayList<>(List.of(postmaster));
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).orElseThrow().children()) {
            children.forEach(child -> all.add(child.pid()));
        }
        return all;
    }

    private static void signal(String signal, List<Long> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process)));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
