package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.branchline.calendar.Late.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateTest {

    private static final Instant DUE = Instant.parse("2027-06-01T16:00:00Z");
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    @ParameterizedTest
    @CsvSource({
        "PT6H, 2027-06-01T16:00:00Z, SEND",
        "PT6H, 2027-06-01T22:00:00Z, SEND",
        "PT6H, 2027-06-01T22:00:01Z, SKIP",
        "PT0S, 2027-06-01T16:00:00Z, SEND",
        "PT0S, 2027-06-01T16:00:01Z, SKIP"
    })
    void exactly_so_late_still_goes(Duration most, Instant now, Verdict verdict) {
        assertThat(new Late(most).of(DUE, now)).isEqualTo(verdict);
    }

    @Test
    void after_an_outage_of_eight_hours_an_hourly_prompt_goes_once_in_each_zone() {
        // Given
        Instant now = DUE.plus(Duration.ofMinutes(20));
        List<Due> missed = Recurrence.parse("FREQ=HOURLY", LocalDateTime.parse("2027-05-01T00:00"))
                .<List<Due>>of(
                        hourly -> hourly.occurrencesDueWithin(
                                now.minus(Duration.ofHours(8)), now, List.of(COPENHAGEN, KATHMANDU)),
                        problems -> List.of());

        // When
        Late.CaughtUp caughtUp = new Late(Duration.ofHours(2)).newest(missed, now);

        // Then
        assertThat(caughtUp.send())
                .containsExactly(
                        Due.of(LocalDateTime.parse("2027-06-01T18:00"), COPENHAGEN),
                        Due.of(LocalDateTime.parse("2027-06-01T22:00"), KATHMANDU));
        assertThat(caughtUp.skipped()).hasSize(14);
    }

    @Test
    void where_even_the_newest_is_too_late_nothing_goes() {
        // Given
        List<Due> missed = Stream.of("2027-05-30T18:00", "2027-05-31T18:00", "2027-06-01T18:00")
                .map(day -> Due.of(LocalDateTime.parse(day), COPENHAGEN))
                .toList();

        // When
        Late.CaughtUp caughtUp = new Late(Duration.ofHours(6)).newest(missed, DUE.plus(Duration.ofHours(7)));

        // Then
        assertThat(caughtUp.send()).isEmpty();
        assertThat(caughtUp.skipped()).isEqualTo(missed);
    }

    @Test
    void of_two_that_a_gap_moved_to_one_moment_the_later_one_goes() {
        // Given
        Due two = Due.of(LocalDateTime.parse("2027-03-28T02:00"), COPENHAGEN);
        Due three = Due.of(LocalDateTime.parse("2027-03-28T03:00"), COPENHAGEN);

        // When
        Late.CaughtUp caughtUp = new Late(Duration.ofHours(1)).newest(List.of(three, two, three), three.at());

        // Then
        assertThat(caughtUp).isEqualTo(new Late.CaughtUp(List.of(three), List.of(two)));
    }

    @Property(tries = 100)
    void nothing_is_lost_and_never_more_than_one_goes(
            @ForAll @IntRange(max = 48) int most, @ForAll List<@IntRange(max = 100) Integer> hours) {
        // Given
        LocalDateTime last = LocalDateTime.parse("2027-06-01T18:00");
        List<Due> missed = hours.stream()
                .distinct()
                .map(hour -> Due.of(last.minusHours(hour), COPENHAGEN))
                .toList();

        // When
        Late.CaughtUp caughtUp = new Late(Duration.ofHours(most)).newest(missed, DUE);

        // Then
        assertThat(caughtUp.send()).hasSize(hours.stream().anyMatch(hour -> hour <= most) ? 1 : 0);
        assertThat(Stream.concat(caughtUp.send().stream(), caughtUp.skipped().stream()))
                .containsExactlyInAnyOrderElementsOf(missed);
        assertThat(caughtUp.send()).allSatisfy(sent -> assertThat(caughtUp.skipped())
                .allMatch(skipped -> skipped.at().isBefore(sent.at())));
    }

    @Test
    void what_is_not_due_yet_is_not_late() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Late(Duration.ofHours(6)).of(DUE, DUE.minusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Late(Duration.ofHours(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Late(Duration.ofDays(8)));
    }
}
