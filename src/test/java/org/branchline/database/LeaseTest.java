package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(-SECOND);
    private final Lease lease = new Lease(nanos::get);

    @Test
    void isNobodysUntilItIsHeld() {
        // When
        long fence = lease.fence();

        // Then
        assertThat(fence).isZero();
        assertThat(lease.safe()).isFalse();
    }

    @Test
    void isSafeWhileMoreThanTwoSecondsAreLeft() {
        // Given
        lease.held(3, 9 * SECOND, false);

        // When
        nanos.set(7 * SECOND - 1);

        // Then
        assertThat(lease.safe()).isTrue();
        assertThat(lease.fence()).isEqualTo(3);
    }

    @Test
    void whoCannotRenewStopsTwoSecondsBeforeItsEnd() {
        // Given
        lease.held(3, 9 * SECOND, false);

        // When
        nanos.set(7 * SECOND);

        // Then
        assertThat(lease.safe()).isFalse();
        assertThat(lease.fence()).isEqualTo(3);
    }

    @Test
    void endsByItselfAtItsEnd() {
        // Given
        lease.held(3, 9 * SECOND, false);

        // When
        nanos.set(9 * SECOND);

        // Then
        assertThat(lease.fence()).isZero();
    }

    @Test
    void isGoneAtOnceWhenAnotherHoldsIt() {
        // Given
        lease.held(3, 9 * SECOND, false);

        // When
        lease.lost();

        // Then
        assertThat(lease.fence()).isZero();
        assertThat(lease.safe()).isFalse();
    }

    @Test
    void shorter_than_five_seconds_is_refused_in_one_line() {
        assertThatThrownBy(() -> Leases.checked(Duration.ofSeconds(4)))
                .isInstanceOf(StartProblem.class)
                .hasMessage("LEASE_SECONDS is 4: give a lease at least 5 seconds.");
    }
}
