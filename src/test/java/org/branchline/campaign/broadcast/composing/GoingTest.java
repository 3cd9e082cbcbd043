package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class GoingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant SHORTLY_BEFORE_SIX = Instant.parse("2027-03-03T16:55:00Z");
    private static final LocalTime SIX = LocalTime.of(18, 0);

    @Test
    void an_hour_without_a_day_is_tomorrows_once_it_went_by() {
        // Given
        Going going = Going.at(SIX, null, null);

        // Then
        assertThat(going.moved(PARIS, SHORTLY_BEFORE_SIX, SHORTLY_BEFORE_SIX.plusSeconds(240)))
                .isFalse();
        assertThat(going.moved(PARIS, SHORTLY_BEFORE_SIX, SHORTLY_BEFORE_SIX.plusSeconds(360)))
                .isTrue();
    }

    @Test
    void a_day_that_was_named_stays() {
        // Given
        Going going = Going.at(SIX, LocalDate.of(2027, 3, 3), null);

        // Then
        assertThat(going.moved(PARIS, SHORTLY_BEFORE_SIX, SHORTLY_BEFORE_SIX.plusSeconds(360)))
                .isFalse();
        assertThat(Going.NOW.moved(PARIS, SHORTLY_BEFORE_SIX, SHORTLY_BEFORE_SIX.plusSeconds(360)))
                .isFalse();
    }
}
