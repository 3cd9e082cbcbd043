package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.branchline.calendar.CallingHours;
import org.branchline.roster.CalledArea;
import org.junit.jupiter.api.Test;

class HoursTextTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void the_hours_are_said_there_and_by_the_makers_clock() {
        // 03:00 on a Thursday in Tokyo.
        assertThat(HoursText.of(britain(Set.of()), Instant.parse("2027-01-14T06:00:00Z"), TOKYO, "en"))
                .isEqualTo(
                        "It would be Thu 14 Jan 06:00 (London), and people in Britain may not be called all of that time."
                                + " They may be called Thu 14 Jan 08:00–21:00 (London), which is Thu 14 Jan 17:00–Fri 15 Jan 06:00"
                                + " for you (Tokyo). Please type another time.");
    }

    @Test
    void on_a_day_without_calls_the_next_hours_are_said() {
        // A Sunday.
        assertThat(HoursText.of(britain(Set.of()), Instant.parse("2027-06-13T12:00:00Z"), LONDON, "en"))
                .isEqualTo("It would be Sun 13 Jun 13:00 (London), and people in Britain may not be called on that day."
                        + " They may be called Mon 14 Jun 08:00–21:00 (London). Please type another time.");
    }

    @Test
    void behind_closed_days_the_next_day_with_calls_is_said() {
        // Given
        CalledArea area = britain(Set.of(LocalDate.of(2027, 12, 25), LocalDate.of(2027, 12, 27)));

        // Then
        assertThat(HoursText.of(area, Instant.parse("2027-12-25T12:00:00Z"), LONDON, "en"))
                .isEqualTo("It would be Sat 25 Dec 12:00 (London), and people in Britain may not be called on that day."
                        + " They may be called Tue 28 Dec 08:00–21:00 (London). Please type another time.");
    }

    @Test
    void what_is_left_out_of_a_series_is_counted_and_named_up_to_ten() {
        // Given
        Instant first = Instant.parse("2027-01-14T18:00:00Z");
        List<Instant> many = Stream.iterate(first, at -> at.plus(Duration.ofDays(7)))
                .limit(11)
                .toList();

        // Then
        assertThat(HoursText.left(List.of(), 24, "Britain", LONDON, "en")).isEmpty();
        assertThat(HoursText.left(many.subList(0, 2), 24, "Britain", LONDON, "en"))
                .isEqualTo("2 of 24 are left out, because nobody in Britain may be called then:"
                        + " Thu 14 Jan 18:00, Thu 21 Jan 18:00");
        assertThat(HoursText.left(many, 24, "Britain", LONDON, "en")).endsWith("Thu 18 Mar 18:00 …");
    }

    private static CalledArea britain(Set<LocalDate> closed) {
        Map<DayOfWeek, CallingHours.Hours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day != DayOfWeek.SUNDAY) {
                days.put(day, new CallingHours.Hours(LocalTime.of(8, 0), LocalTime.of(21, 0)));
            }
        }
        return new CalledArea("britain", Map.of("en", "Britain"), new CallingHours(LONDON, days, closed));
    }
}
