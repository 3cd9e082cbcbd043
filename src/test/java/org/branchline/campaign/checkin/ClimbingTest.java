package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.branchline.calendar.QuietHours;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.campaign.occurrence.Planned;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.campaign.prompt.Wanted;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class ClimbingTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDateTime SUNDAY = LocalDateTime.parse("2027-03-07T18:00");
    private static final Instant BEFORE = Instant.parse("2027-03-05T00:00:00Z");

    @Test
    void three_rungs_follow_an_occurrence_each_at_18_by_the_clock_of_a_zone() {
        // When
        Plan plan = Climbing.plan(prompt("FREQ=WEEKLY;COUNT=1"), QuietHours.USUAL, BEFORE, days(10));

        // Then
        assertThat(in(TOKYO, plan))
                .containsExactly(
                        "2027-03-07T18:00+1 2027-03-08T18:00",
                        "2027-03-07T18:00+2 2027-03-09T18:00",
                        "2027-03-07T18:00+3 2027-03-10T18:00");
        assertThat(plan.over()).isTrue();
        assertThat(plan.occurrences()).allMatch(planned -> Duration.between(planned.due(), planned.late())
                .equals(Wanted.LATE));
    }

    @Test
    void what_would_fall_into_quiet_hours_falls_due_when_they_end() {
        // Given
        QuietHours early = QuietHours.read("17:00-19:30").orElseThrow();

        // When
        Plan plan = Climbing.plan(prompt("FREQ=WEEKLY;COUNT=1"), early, BEFORE, days(10));

        // Then
        assertThat(in(TOKYO, plan).get(0)).isEqualTo("2027-03-07T18:00+1 2027-03-08T19:30");
    }

    @Test
    void one_stretch_after_the_other_plans_each_rung_once() {
        // Given
        Prompt weekly = prompt("FREQ=WEEKLY");
        Instant middle = LocalDateTime.parse("2027-03-09T18:00").atZone(TOKYO).toInstant();

        // When
        Plan first = Climbing.plan(weekly, QuietHours.NONE, BEFORE, middle);
        Plan second = Climbing.plan(weekly, QuietHours.NONE, middle, middle.plus(Duration.ofDays(3)));

        // Then
        assertThat(in(TOKYO, first)).containsExactly("2027-03-07T18:00+1 2027-03-08T18:00");
        assertThat(in(TOKYO, second))
                .containsExactly("2027-03-07T18:00+2 2027-03-09T18:00", "2027-03-07T18:00+3 2027-03-10T18:00");
        assertThat(second.over()).isFalse();
    }

    @Test
    void nothing_follows_an_occurrence_that_was_taken_out() {
        // Given
        Prompt without = prompt("FREQ=WEEKLY;COUNT=2", SUNDAY);

        // When
        Plan plan = Climbing.plan(without, QuietHours.USUAL, BEFORE, days(20));

        // Then
        assertThat(plan.occurrences()).isNotEmpty().allMatch(planned -> Rung.read(planned.occurrence())
                .occurrence()
                .equals(SUNDAY.plusWeeks(1)));
    }

    private static Instant days(int days) {
        return BEFORE.plus(Duration.ofDays(days));
    }

    private static List<String> in(ZoneId zone, Plan plan) {
        return plan.occurrences().stream()
                .filter(planned -> planned.zone().equals(zone))
                .map((Planned planned) -> planned.occurrence() + " " + LocalDateTime.ofInstant(planned.due(), zone))
                .toList();
    }

    private static Prompt prompt(String rule, LocalDateTime... skipped) {
        Recurrence recurrence = Recurrence.parse(rule, SUNDAY).of(read -> read, problems -> {
            throw new AssertionError(problems);
        });
        return new Prompt(
                1,
                new Bot(new OrganisationId(1), 1),
                new Wanted("branch-week", Audience.EVERYONE, "", recurrence, Wanted.LATE, true),
                Set.of(skipped),
                Prompt.State.GOING);
    }
}
