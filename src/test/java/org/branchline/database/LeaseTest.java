package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;

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
        lease.held(3, 9 * SECOND);

        // When
        nanos.set(7 * SECOND - 1);

        // Then
        assertThat(lease.safe()).isTrue();
        assertThat(lease.fence()).isEqualTo(3);
    }

    @Test
    void whoCannotRenewStopsTwoSecondsBeforeItsEnd() {
        // Given
        lease.held(3, 9 * SECOND);

        // When
        nanos.set(7 * SECOND);

        // Then
        assertThat(lease.safe()).isFalse();
        assertThat(lease.fence()).isEqualTo(3);
    }

    @Test
    void endsByItselfAtItsEnd() {
        // Given
        lease.held(3, 9 * SECOND);

        // When
        nanos.set(9 * SECOND);

        // Then
        assertThat(lease.fence()).isZero();
    }

    @Test
    void isGoneAtOnceWhenAnotherHoldsIt() {
        // Given
        lease.held(3, 9 * SECOND);

        // When
        lease.lost();

        // Then
        assertThat(lease.fence()).isZero();
        assertThat(lease.safe()).isFalse();
    }
}
