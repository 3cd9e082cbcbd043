package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.branchline.calendar.LocalHour;
import org.branchline.calendar.Nights;
import org.branchline.calendar.QuietHours;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

    @Test
    void what_is_over_everywhere_or_too_far_ahead_is_refused_with_what_would_be_right() {
        assertThat(at(NOW.minusSeconds(61)).problems(NOW, Duration.ZERO))
                .containsExactly(
                        "at: is over everywhere; it is 2027-03-01T10:00:00Z now, leave \"at\" out to send at once");
        assertThat(at(NOW.minusSeconds(59)).problems(NOW, Duration.ZERO)).isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(367))).problems(NOW, Duration.ZERO))
                .containsExactly("at: is more than 366 days ahead");
    }

    @Test
    void a_day_is_over_where_it_ends_last() {
        // There it is ten in the evening of the 28th.
        assertThat(on("2027-02-28", 23).problems(NOW, Duration.ZERO)).isEmpty();
        assertThat(on("2027-02-28", 21).problems(NOW, Duration.ZERO))
                .singleElement()
                .asString()
                .startsWith("at.date: is over everywhere");
    }

    @Test
    void an_end_before_anybody_could_get_it_is_refused() {
        // Given
        Timing tight = new Timing(new When.Now(), false, NOW.plusSeconds(60));

        // Then
        assertThat(tight.problems(NOW, Duration.ZERO)).isEmpty();
        assertThat(tight.problems(NOW, Duration.ofSeconds(60)))
                .containsExactly("finish_by: must be after 2027-03-01T10:01:00Z, when the first ones may leave");
    }

    @Test
    void now_it_waits_for_the_morning_where_it_is_night_and_nowhere_else() {
        // Given
        Schedule schedule = Timing.USUAL.schedule(QuietHours.USUAL, NOW);

        // When
        Schedule.Due vancouver = schedule.in(ZoneId.of("America/Vancouver"));
        Schedule.Due copenhagen = schedule.in(ZoneId.of("Europe/Copenhagen"));

        // Then
        assertThat(vancouver.at()).isEqualTo("2027-03-01T16:00:00Z");
        assertThat(vancouver.night()).isTrue();
        assertThat(copenhagen.at()).isEqualTo(NOW);
        assertThat(copenhagen.night()).isFalse();
        assertThat(schedule.first()).isEqualTo(NOW);
        assertThat(Nights.of(QuietHours.USUAL, NOW).ends())
                .containsEntry("America/Vancouver", vancouver.at())
                .containsKeys("Pacific/Marquesas", "Pacific/Kiritimati")
                .doesNotContainKeys("Europe/Copenhagen", "Asia/Kathmandu");
    }

    @Test
    void nobody_waits_longer_than_one_turn_of_the_earth_and_a_night() {
        // Given
        Timing six = new Timing(new When.OwnHour(new LocalHour(LocalTime.of(18, 0), null)), false, null);

        // When
        Schedule schedule = six.schedule(QuietHours.USUAL, NOW);

        // Then
        assertThat(schedule.first()).isBetween(NOW, NOW.plus(Duration.ofHours(1)));
        assertThat(schedule.last()).isBetween(NOW.plus(Duration.ofHours(23)), NOW.plus(Duration.ofHours(24)));
    }

    private static Timing at(Instant moment) {
        return new Timing(new When.At(moment), false, null);
    }

    private static Timing on(String day, int hour) {
        return new Timing(new When.OwnHour(new LocalHour(LocalTime.of(hour, 0), LocalDate.parse(day))), false, null);
    }
}
