package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.LadderBefore;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.campaign.occurrence.Planned;
import org.junit.jupiter.api.Test;

class ClimbingTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");

    @Test
    void each_rung_falls_due_by_the_clock_of_a_zone_and_then_it_is_over() {
        // When
        List<Planned> all = Climbing.in(TOKYO, deadline(0, false, MARCH), QuietHours.USUAL);

        // Then
        assertThat(all)
                .extracting(planned ->
                        planned.occurrence() + " " + planned.due().atZone(TOKYO).toLocalDateTime())
                .containsExactly(
                        "7d 18:00@0 2027-03-05T18:00",
                        "2d 18:00@0 2027-03-10T18:00",
                        "last@0 2027-03-12T20:00",
                        "over@0 2027-03-13T00:00");
    }

    @Test
    void nothing_is_caught_up_after_it_is_over() {
        // When
        List<Planned> all = Climbing.in(TOKYO, deadline(0, false, MARCH), QuietHours.USUAL);

        // Then
        assertThat(all.get(2).late()).isEqualTo(all.get(3).due());
    }

    @Test
    void one_that_was_moved_is_told_anew_and_that_it_was_moved_only_where_somebody_was_told() {
        // When
        List<Planned> untold = Climbing.in(TOKYO, deadline(1, false, MARCH), QuietHours.USUAL);
        List<Planned> told = Climbing.in(TOKYO, deadline(1, true, MARCH), QuietHours.USUAL);

        // Then
        assertThat(untold)
                .extracting(Planned::occurrence)
                .doesNotContain("moved@1")
                .contains("last@1");
        assertThat(told.get(0)).extracting(Planned::occurrence, Planned::due).containsExactly("moved@1", MARCH);
    }

    @Test
    void whoever_hears_at_once_that_it_was_moved_hears_no_rung_at_once() {
        // Given
        Instant shortBefore = Instant.parse("2027-03-12T11:40:00Z");

        // When
        List<Planned> all = Climbing.in(TOKYO, deadline(1, true, shortBefore), QuietHours.NONE);

        // Then
        assertThat(all).extracting(Planned::occurrence).containsExactly("moved@1", "over@1");
    }

    @Test
    void it_is_planned_in_every_zone_a_stretch_at_a_time_until_nothing_is_left() {
        // Given
        Deadline deadline = deadline(0, false, MARCH);

        // When
        Plan first = Climbing.plan(deadline, QuietHours.USUAL, MARCH, Instant.parse("2027-03-08T00:00:00Z"));
        Plan rest = Climbing.plan(
                deadline,
                QuietHours.USUAL,
                Instant.parse("2027-03-08T00:00:00Z"),
                Instant.parse("2027-03-20T00:00:00Z"));

        // Then
        assertThat(first.over()).isFalse();
        assertThat(first.occurrences())
                .hasSize(ZoneId.getAvailableZoneIds().size())
                .allMatch(planned -> planned.occurrence().equals("7d 18:00@0"));
        assertThat(rest.over()).isTrue();
        assertThat(rest.occurrences()).hasSize(3 * ZoneId.getAvailableZoneIds().size());
    }

    @Test
    void an_earlier_edition_means_nothing_any_more() {
        // Then
        assertThat(Climbing.current("last@0", deadline(1, true, MARCH))).isFalse();
        assertThat(Climbing.current("last@1", deadline(1, true, MARCH))).isTrue();
        assertThat(Climbing.current("last@1", deadline(11, true, MARCH))).isFalse();
    }

    private static Deadline deadline(int edition, boolean told, Instant made) {
        return new Deadline(
                1,
                "en",
                Map.of("en", "Sign up"),
                Map.of("en", "Open the page."),
                "",
                new EndOf(LocalDate.of(2027, 3, 12)),
                Audience.EVERYONE,
                "Everyone",
                LadderBefore.USUAL,
                null,
                null,
                true,
                edition,
                told,
                made,
                null,
                null);
    }

    @Test
    void west_of_greenwich_the_last_evening_is_that_of_the_day_there() {
        // Given
        ZoneId honolulu = ZoneId.of("Pacific/Honolulu");

        // When
        List<Planned> all = Climbing.in(honolulu, deadline(0, false, MARCH), QuietHours.USUAL);

        // Then
        assertThat(all.get(2).occurrence()).isEqualTo("last@0");
        assertThat(all.get(2).due().atZone(honolulu).toLocalDateTime()).isEqualTo("2027-03-12T20:00:00");
        assertThat(all.get(2).due()).isEqualTo("2027-03-13T06:00:00Z");
        assertThat(all.get(3).due()).isEqualTo("2027-03-13T10:00:00Z");
    }
}
