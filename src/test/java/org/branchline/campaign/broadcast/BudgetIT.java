package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.branchline.campaign.PassingTime;
import org.branchline.campaign.audience.Audience;
import org.branchline.intake.Recorded;
import org.branchline.roster.Election;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class BudgetIT extends BroadcastCase {

    @Test
    void three_in_a_week_reach_a_member_twice_never_two_a_day_and_the_third_is_reported() {
        // Given
        closed(begun(draft("First", Duration.ZERO), "first"));
        long second = begun(draft("Second", Duration.ZERO), "second");
        awaitTomorrow(2);

        // When
        aDayPasses();
        Counts next = closed(second);
        aDayPasses();
        Counts third = closed(begun(draft("Third", Duration.ZERO), "third"));

        // Then
        assertThat(next.byState()).isEqualTo(Map.of("sent", 2L));
        assertThat(third.failed()).isEqualTo(Map.of("BUDGET", 2L));
        assertThat(text(ann.reads())).contains("First", "Second").doesNotContain("Third");
    }

    @Test
    void an_eager_coordinators_week_reaches_a_member_twice_and_all_the_rest_is_reported() {
        // Given
        List<Long> week = new ArrayList<>();

        // When
        for (int day = 0; day < 7; day++) {
            week.add(begun(draft("Morning of day " + day, Duration.ZERO), "morning " + day));
            week.add(begun(draft("Evening of day " + day, Duration.ZERO), "evening " + day));
            campaign.allLeft(bot);
            aDayPasses();
        }
        List<Counts> counts = week.stream().map(this::closed).toList();

        // Then
        assertThat(sum(counts, Counts::byState, "sent") + sum(counts, Counts::failed, "BUDGET"))
                .isEqualTo(2 * 14);
        assertThat(ann.reads().stream().filter(message -> text(List.of(message)).contains(" of day ")))
                .hasSize(2);
    }

    @Test
    void whoever_wants_everything_gets_everything() {
        // Given
        rows("update member set weekly_messages = 1000 where organisation = $1");

        // When
        Counts first = closed(begun(draft("First", Duration.ZERO), "first"));
        Counts second = closed(begun(draft("Second", Duration.ZERO), "second"));

        // Then
        assertThat(List.of(first.byState(), second.byState())).containsOnly(Map.of("sent", 2L));
    }

    @Test
    void what_the_workspace_says_is_the_budget_of_whoever_says_nothing() {
        // Given
        campaign.settle(bot, "{\"messages_a_week\": 1}");
        closed(begun(draft("First", Duration.ZERO), "first"));
        aDayPasses();

        // When
        Counts second = closed(begun(draft("Second", Duration.ZERO), "second"));

        // Then
        assertThat(second.failed()).isEqualTo(Map.of("BUDGET", 2L));
    }

    @Test
    void before_an_election_only_those_who_say_yes_get_more_than_usual_until_its_day() {
        // Given
        campaign.settle(
                bot,
                "{\"messages_a_week\": 1, \"election\": {\"until\": \""
                        + clock.now().plus(Duration.ofDays(10)).toString().substring(0, 10)
                        + "\", \"messages_a_week\": 3}}");
        closed(begun(
                new Draft(Audience.EVERYONE, Map.of(), Map.of(), Kind.SERVICE, Duration.ZERO, null, Election.OFFER),
                "ask"));
        String asked = text(ann.reads());
        String yes = text(ann.presses("Yes"));
        String no = text(bo.presses("No"));
        aDayPasses();

        // When
        Counts during = closed(begun(draft("First", Duration.ZERO), "first"));
        aDayPasses();
        rows(
                "update member set more_until = now() - interval '1 minute' where organisation = $1 and more_until is not null");
        Counts afterwards = closed(begun(draft("Second", Duration.ZERO), "second"));

        // Then
        assertThat(asked).contains("Ann, more than usual until ", "Up to 3 messages a week");
        assertThat(yes).contains("Up to 3 messages a week until");
        assertThat(no).contains("it stays as it was");
        assertThat(during.byState()).isEqualTo(Map.of("sent", 1L, "failed", 1L));
        assertThat(afterwards.byState()).isEqualTo(Map.of("failed", 2L));
        assertThat(text(ann.reads())).contains("First");
    }

    private static long sum(List<Counts> all, Function<Counts, Map<String, Long>> rows, String which) {
        return all.stream()
                .mapToLong(one -> rows.apply(one).getOrDefault(which, 0L))
                .sum();
    }

    private void awaitTomorrow(int count) {
        campaign.allLeft(bot);
        assertThat(rows("select 1 from outbox where organisation = $1 and state = 'held' and due_at > now()"))
                .hasSize(count);
    }

    private void aDayPasses() {
        PassingTime.DAY_OF_BUDGET.forEach(this::rows);
        rows("update outbox set due_at = now() where organisation = $1 and state = 'held'");
    }
}
