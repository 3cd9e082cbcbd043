package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shift at 18:00 in London, Thursdays, over the Sunday on which the clocks go forward there. */
class ShiftAcrossTheWorldTest {

    private static final Event CALLS = new Event(
            1,
            EventKind.PHONE_BANK,
            "en",
            Map.of("en", "Phone bank"),
            Map.of(),
            "",
            "https://example.org/calls",
            null,
            null,
            Audience.EVERYONE,
            "Everyone",
            ZoneId.of("Europe/London"),
            "FREQ=WEEKLY;BYDAY=TH",
            LocalDateTime.parse("2027-03-18T18:00"),
            Duration.ofMinutes(90),
            12,
            4,
            "",
            "",
            "",
            List.of(),
            "",
            true);

    private static List<Series.Begins> begins() {
        return Series.of(CALLS, Instant.parse("2027-03-15T00:00:00Z"), Instant.parse("2027-04-05T00:00:00Z"));
    }

    @Test
    void it_is_at_18_in_london_before_and_after() {
        assertThat(begins())
                .extracting(Series.Begins::at)
                .containsExactly(
                        Instant.parse("2027-03-18T18:00:00Z"),
                        Instant.parse("2027-03-25T18:00:00Z"),
                        Instant.parse("2027-04-01T17:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pacific/Auckland  | Fri 26 Mar 07:00–08:30 (Auckland) 🌙 in your night | Fri 2 Apr 06:00–07:30 (Auckland) 🌙 in your night",
                "America/Sao_Paulo | Thu 25 Mar 15:00–16:30 (Sao Paulo)                 | Thu 1 Apr 14:00–15:30 (Sao Paulo)",
                "Asia/Kolkata      | Thu 25 Mar 23:30–01:00 (Kolkata) 🌙 in your night  | Thu 1 Apr 22:30–00:00 (Kolkata) 🌙 in your night",
                "Pacific/Honolulu  | Thu 25 Mar 08:00–09:30 (Honolulu)                  | Thu 1 Apr 07:00–08:30 (Honolulu) 🌙 in your night"
            })
    void everybody_reads_it_by_their_own_clock_and_by_londons(ZoneId zone, String before, String after) {
        assertThat(when(1, zone)).isEqualTo(before.strip() + "\nThat is Thu 25 Mar 18:00 (London).");
        assertThat(when(2, zone)).isEqualTo(after.strip() + "\nThat is Thu 1 Apr 18:00 (London).");
    }

    @Test
    void in_london_it_is_said_once() {
        assertThat(when(1, ZoneId.of("Europe/London"))).isEqualTo("Thu 25 Mar 18:00–19:30 (London)");
    }

    private static String when(int number, ZoneId zone) {
        Instant at = begins().get(number).at();
        Shift shift = new Shift(7, CALLS, at, at.plus(CALLS.length()), 12, 4, 3, 0, true, 0);
        return ShiftText.when(shift, zone, QuietHours.USUAL, "en");
    }
}
