package org.branchline.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Replica;
import org.branchline.database.ground.SuiteGround;
import org.branchline.drill.wire.Fault;
import org.branchline.drill.wire.FaultProxy;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** Readiness says that it is Postgres, and what to do. */
class PostgresAnswersIT {

    @Test
    void one_that_answers_is_ready() {
        try (Replica replica = Replica.on(SuiteGround.shared())) {
            // When
            HealthCheckResponse response = ask(replica);

            // Then
            assertThat(response.getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void one_that_is_away_is_not_and_says_what_to_do() throws IOException {
        try (Replica replica = Replica.through(nobodys(), SuiteGround.shared())) {
            // When
            HealthCheckResponse response = ask(replica);

            // Then
            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(response.getData().orElseThrow().get("what")).asString().contains("cannot be reached");
            assertThat(response.getData().orElseThrow().get("do")).asString().contains("Start Postgres");
        }
    }

    @Test
    void one_that_accepts_and_says_nothing_is_not_within_the_time_of_a_probe() throws IOException {
        ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (Replica replica = Replica.through(mute.getLocalPort(), SuiteGround.shared());
                mute) {
            // When
            HealthCheckResponse response = ask(replica);

            // Then
            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(response.getData().orElseThrow()).containsKeys("what", "do");
        }
    }

    @Test
    void one_that_falls_silent_is_said_not_to_answer() throws IOException {
        // Given
        int server = DatabaseAddress.parse(Files.readString(SuiteGround.FOLDER.resolve("postgres.url"))
                        .strip())
                .port();
        try (FaultProxy way = new FaultProxy(server);
                Replica replica = Replica.through(way.port(), SuiteGround.shared())) {
            assertThat(ask(replica).getStatus()).isEqualTo(Status.UP);
            way.become(Fault.MUTE);

            // When
            HealthCheckResponse response = ask(replica);
            // A replica closes when its connections have.
            way.become(Fault.RESET);

            // Then
            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(response.getData().orElseThrow().get("what")).isEqualTo("it does not answer within 2 s");
        }
    }

    @Test
    void a_schema_is_as_new_as_the_release_and_stays_known_while_postgres_is_away() throws IOException {
        try (Replica replica = Replica.on(SuiteGround.shared());
                Replica away = Replica.through(nobodys(), SuiteGround.shared())) {
            // When
            HealthCheckResponse there =
                    new SchemaIsNew(replica.transactions()).call().await().atMost(Duration.ofSeconds(10));
            HealthCheckResponse cut =
                    new SchemaIsNew(away.transactions()).call().await().atMost(Duration.ofSeconds(10));

            // Then
            assertThat(there.getStatus()).isEqualTo(Status.UP);
            assertThat(there.getData().orElseThrow().get("found"))
                    .isEqualTo(there.getData().orElseThrow().get("needed"));
            assertThat(cut.getStatus()).isEqualTo(Status.UP);
        }
    }

    private static HealthCheckResponse ask(Replica replica) {
        return new PostgresAnswers(replica.transactions(), replica.use())
                .call()
                .await()
                .atMost(Duration.ofSeconds(3));
    }

    private static int nobodys() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
