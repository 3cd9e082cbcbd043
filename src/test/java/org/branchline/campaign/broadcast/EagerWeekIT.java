package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.PassingTime;
import org.branchline.campaign.audience.Audience;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.junit.jupiter.api.Test;

/** A week in which a coordinator sets three deadlines, writes three messages to all, and calls twice for a shift. */
@QuarkusTest
@TestProfile(Recorded.class)
class EagerWeekIT extends BroadcastCase {

    @Inject
    @Any
    Instance<Round> rounds;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Test
    void a_member_on_the_usual_budget_is_reached_twice_beyond_what_they_signed_up_for() {
        // Given
        Volunteer cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        PassingTime time = new PassingTime(campaign, bot, rounds, handlers);

        // When
        set(cora, "Sign up", 3);
        begin(draft("News of Monday", Duration.ZERO), "first");
        time.work();
        time.days(1);
        begin(shift("A shift on Friday?"), "shift 1");
        time.days(1);
        set(cora, "Find a friend", 2);
        begin(draft("News of Wednesday", Duration.ZERO), "second");
        time.days(1);
        begin(shift("A shift on Saturday?"), "shift 2");
        time.days(1);
        set(cora, "Hang a poster", 2);
        time.days(1);
        begin(draft("News of Saturday", Duration.ZERO), "third");
        time.days(1);

        // Then
        assertThat(rows("select m.name, count(*) as messages from outbox o"
                        + " join member m on m.organisation = $1 and m.id = o.member"
                        + " where o.organisation = $1 and o.state = 'sent' and o.joined is null group by m.name"))
                .hasSize(3)
                .allMatch(row -> row.getLong("messages") == 2);
        assertThat(rows("select distinct reason from outbox where organisation = $1 and content is not null"
                        + " and state = 'failed'"))
                .extracting(row -> row.getString("reason"))
                .containsAnyOf("BUDGET", "TOO_LATE");
        assertThat(rows("select 1 from broadcast where organisation = $1 and origin like 'deadline:%' and not rides"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static Draft shift(String text) {
        return new Draft(
                Audience.EVERYONE,
                Map.of("en", text),
                Map.of("en", List.of("I'm in", "Can't")),
                Kind.SERVICE,
                Duration.ZERO);
    }

    private void set(Volunteer cora, String title, int days) {
        LocalDate today = clock.now().atZone(ZoneId.of("Asia/Tokyo")).toLocalDate();
        cora.types("/deadline");
        if (!rows("select 1 from deadline where organisation = $1").isEmpty()) {
            cora.presses("Set another one");
        }
        cora.types(title);
        cora.types("Open the page, {name}.");
        cora.presses("No link");
        cora.types(today.plusDays(days).toString());
        cora.presses("Everyone");
        cora.presses("Set it for");
    }
}
