package org.branchline.campaign.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.occurrence.Planned;
import org.junit.jupiter.api.Test;

class MonthlyTest {

    private static final Instant FROM = Instant.parse("2027-02-15T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-03-15T00:00:00Z");

    private static List<Planned> in(String zone, QuietHours quiet) {
        return Monthly.planned(quiet, FROM, UNTIL).stream()
                .filter(planned -> planned.zone().equals(ZoneId.of(zone)))
                .toList();
    }

    @Test
    void it_falls_due_on_three_days_in_the_first_decent_hour_and_three_more_are_for_whoever_it_did_not_reach() {
        // When
        List<Planned> planned = in("Asia/Tokyo", new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 30)));

        // Then
        assertThat(planned)
                .extracting(Planned::occurrence)
                .containsExactly("2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04", "2027-03-05", "2027-03-06");
        assertThat(planned.get(0).due()).isEqualTo("2027-03-01T00:30:00Z");
    }

    @Test
    void it_is_the_same_day_for_the_first_and_the_last_to_see_it() {
        // When
        Planned first = in("Pacific/Kiritimati", QuietHours.USUAL).get(0);
        Planned last = in("Etc/GMT+12", QuietHours.USUAL).get(0);

        // Then
        assertThat(List.of(first.occurrence(), last.occurrence())).containsOnly("2027-03-01");
        assertThat(first.due()).isEqualTo("2027-02-28T18:00:00Z");
        assertThat(last.due()).isEqualTo("2027-03-01T20:00:00Z");
    }

    @Test
    void two_stretches_one_after_the_other_plan_each_once() {
        // Given
        Instant between = Instant.parse("2027-03-01T12:00:00Z");

        // When
        List<Planned> before = Monthly.planned(QuietHours.USUAL, FROM, between);
        List<Planned> after = Monthly.planned(QuietHours.USUAL, between, UNTIL);

        // Then
        assertThat(before).doesNotContainAnyElementsOf(after);
        assertThat(before.size() + after.size())
                .isEqualTo(Monthly.planned(QuietHours.USUAL, FROM, UNTIL).size());
    }
}
