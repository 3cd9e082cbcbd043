package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesIT {

    private static final int SECONDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ground ground = SuiteGround.shared();
    private final List<Process> processes = new ArrayList<>();
    private OrganisationId organisation;
    private long bot;

    /** One process of the service, as far as leases go. */
    private final class Process implements AutoCloseable {
        private final Replica replica = Replica.on(ground);
        private final Leases leases = new Leases(replica.transactions(), Duration.ofSeconds(SECONDS), replica.vertx());
        private boolean gone;

        Lease lease() {
            return leases.of(organisation, bot);
        }

        /** Ends without a word, as after a kill. */
        void dies() {
            gone = true;
            leases.stop();
            replica.close();
        }

        @Override
        public void close() {
            if (!gone) {
                dies();
            }
        }
    }

    @BeforeEach
    void newBot() throws SQLException {
        organisation = TransactionsIT.newOrganisation(ground);
        bot = 9_000_000_000L + organisation.number();
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set branchline.organisation = '" + organisation.number() + "'");
            statement.execute("insert into bot (organisation, id) values (" + organisation.number() + ", " + bot + ")");
        }
    }

    @AfterEach
    void closeAll() {
        processes.forEach(Process::close);
    }

    @Test
    void has_one_holder_at_a_time() {
        // Given
        Process first = holding(process());

        // When
        Lease second = process().lease();
        renewals(2);

        // Then
        holding(first);
        assertThat(second.fence()).isZero();
    }

    @Test
    void keeps_its_fence_while_it_is_renewed() {
        // Given
        Process process = holding(process());
        long fence = process.lease().fence();

        // When
        renewals(5);

        // Then
        assertThat(holding(process).lease().fence()).isEqualTo(fence);
    }

    @Test
    void passes_on_after_its_length_when_the_holder_is_gone_and_the_fence_grows() {
        // Given
        Process first = holding(process());
        long fence = first.lease().fence();
        Lease second = process().lease();

        // When
        first.dies();

        // Then
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> second.fence() != 0);
        assertThat(first.lease().fence()).isZero();
        assertThat(second.fence()).isEqualTo(fence + 1);
        assertThat(second.contested()).isTrue();
    }

    @Test
    void passes_on_at_once_when_it_is_given_up() {
        // Given
        Process first = holding(process());
        long fence = first.lease().fence();

        // When
        first.leases.giveUp().await().atMost(PATIENCE);

        // Then
        assertThat(first.lease().fence()).isZero();
        assertThat(free()).isTrue();
        Lease next = holding(process()).lease();
        assertThat(next.fence()).isEqualTo(fence + 1);
        assertThat(next.contested()).isFalse();
    }

    @Test
    void stays_given_up_though_a_renewal_was_under_way() {
        // Given
        Process first = process();
        Lease lease = first.lease();

        // When
        first.leases.giveUp().await().atMost(PATIENCE);

        // Then
        assertThat(lease.fence()).isZero();
        assertThat(free()).isTrue();
    }

    @Test
    void is_no_longer_renewed_once_given_up() {
        // Given
        Process first = holding(process());
        first.leases.giveUp().await().atMost(PATIENCE);
        Process second = holding(process());

        // When
        renewals(2);

        // Then
        assertThat(first.lease().fence()).isZero();
        holding(second);
    }

    @Test
    void can_be_freed_for_a_process_that_knows_that_it_is_alone() {
        // Given
        Process first = holding(process());
        long fence = first.lease().fence();
        first.dies();
        Process second = process();

        // When
        second.leases.free(organisation, bot).await().atMost(PATIENCE);

        // Then
        assertThat(free()).isTrue();
        assertThat(holding(second).lease().fence()).isEqualTo(fence + 1);
    }

    private Process process() {
        Process process = new Process();
        processes.add(process);
        return process;
    }

    private static Process holding(Process process) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> process.lease()
                .safe());
        return process;
    }

    /** Waits until the holder has renewed its lease so often. */
    private void renewals(int count) {
        for (int i = 0; i < count; i++) {
            String before = asked("held_until");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !before.equals(asked("held_until")));
        }
    }

    private boolean free() {
        return asked("holder is null and held_until < clock_timestamp()").equals("t");
    }

    private String asked(String column) {
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set branchline.organisation = '" + organisation.number() + "'");
            try (ResultSet rows = statement.executeQuery("select " + column + " from bot where id = " + bot)) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
