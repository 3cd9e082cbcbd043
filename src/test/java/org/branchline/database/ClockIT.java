package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** On a ground of its own, whose clock may be moved. */
@Execution(ExecutionMode.CONCURRENT)
class ClockIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Ground ground;
    private Replica here;
    private Replica there;
    private Clock clock;
    private Clock other;

    @BeforeEach
    void open() {
        ground = SuiteGround.fresh(folder);
        here = Replica.on(ground);
        there = Replica.on(ground);
        clock = new Clock(here.transactions(), here.vertx());
        other = new Clock(there.transactions(), there.vertx());
        clock.look().await().atMost(PATIENCE);
    }

    @AfterEach
    void close() {
        clock.stop();
        other.stop();
        here.close();
        there.close();
        ground.close();
    }

    @Test
    void shows_the_time_of_postgres() throws SQLException {
        // Given
        Instant postgres = postgres();

        // When
        Instant shown = clock.now();

        // Then
        assertThat(shown).isCloseTo(postgres, within(2, ChronoUnit.SECONDS));
    }

    @Test
    void a_move_is_seen_here_at_once_and_by_the_others_when_they_look() {
        // Given
        Instant before = clock.now();

        // When
        clock.move(Duration.ofDays(7)).await().atMost(PATIENCE);

        // Then
        assertThat(clock.now()).isAfterOrEqualTo(before.plus(Duration.ofDays(7)));
        assertThat(other.look().map(looked -> other.now()).await().atMost(PATIENCE))
                .isCloseTo(clock.now(), within(2, ChronoUnit.SECONDS));
    }

    @Test
    void never_goes_back_from_one_look_to_the_next() {
        // Given
        Instant last = clock.now();

        for (int i = 0; i < 50; i++) {
            // When
            clock.look().await().atMost(PATIENCE);

            // Then
            assertThat(clock.now()).isAfterOrEqualTo(last);
            last = clock.now();
        }
    }

    @Test
    void goes_on_while_postgres_is_away() {
        // Given
        Instant before = clock.now();
        ground.close();

        // When
        Instant after = clock.now();

        // Then
        assertThat(after).isAfterOrEqualTo(before);
    }

    private Instant postgres() throws SQLException {
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
