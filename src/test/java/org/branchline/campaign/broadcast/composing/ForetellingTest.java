package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Counted;
import org.junit.jupiter.api.Test;

class ForetellingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2027-03-03T11:00:00Z");
    private static final Counted WORLD = new Counted(List.of(
            new Counted.InZone("Europe/Paris", 200),
            new Counted.InZone("Pacific/Auckland", 20),
            new Counted.InZone("America/Vancouver", 10)));

    @Test
    void now_it_says_who_sleeps() {
        // When
        Foretelling told = told(Going.NOW);

        // Then
        assertThat(told.asleep()).isEqualTo(30);
        assertThat(told.text()).isEqualTo("""
                It leaves one minute after you press Send.
                30 are asleep by then and get it in the morning.""");
        assertThat(told(Going.NOW.nights(true)).asleep()).isZero();
    }

    @Test
    void by_everybodys_own_clock_it_goes_round_the_earth() {
        // When
        String text = told(Going.at(LocalTime.of(18, 0), LocalDate.parse("2027-03-04"), null))
                .text();

        // Then
        assertThat(text)
                .isEqualTo("It reaches everybody at their own hour: from Thu 4 Mar 18:00 (Auckland), in 18 hours,"
                        + " to Thu 4 Mar 18:00 (Vancouver), in 2 days.");
    }

    @Test
    void all_at_one_moment_those_who_sleep_get_it_in_the_morning_and_some_too_late() {
        // Given
        Going going = Going.at(LocalTime.of(18, 0), null, Instant.parse("2027-03-03T18:30:00Z"))
                .own(false);

        // When
        String text = told(going).text();

        // Then
        assertThat(text).isEqualTo("""
                It leaves Wed 3 Mar 18:00 (Paris), in 6 hours.
                20 are asleep by then and get it in the morning.
                Nothing leaves after Wed 3 Mar 19:30 (Paris).
                20 would get it later than that, and do not get it.""");
    }

    private static Foretelling told(Going going) {
        return new Foretelling(
                "en", PARIS, NOW, NOW.plusSeconds(60), going.timing(PARIS, NOW), QuietHours.USUAL, WORLD);
    }
}
