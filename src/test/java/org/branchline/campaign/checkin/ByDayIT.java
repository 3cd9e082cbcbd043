package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.delivery.Mornings;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.TestNight;
import org.junit.jupiter.api.Test;

/** What follows a check-in wakes nobody. */
@QuarkusTest
@TestProfile(Recorded.class)
class ByDayIT extends CheckInCase {

    private static final String PARIS = "Europe/Paris";

    @Inject
    Mornings mornings;

    @Test
    void what_was_missed_comes_in_the_morning_and_not_in_the_night_in_which_it_was_found() {
        // Given
        sunday(0);
        QuietHours night = nightIn(TOKYO);

        // When
        rung(0, Rung.NUDGE);
        rung(0, Rung.BUDDY);
        rung(0, Rung.CARD);

        // Then
        assertThat(List.of(times(maria, "still open"), times(bo, "has not answered"), times(cora, "Check-in of")))
                .containsOnly(0L);
        assertThat(held()).hasSize(3).allMatch(row -> row.getOffsetDateTime("due_at")
                .toInstant()
                .equals(night.end(clock.now(), ZoneId.of(TOKYO))));
        morning();
        assertThat(List.of(times(maria, "still open"), times(bo, "has not answered"), times(cora, "Check-in of")))
                .containsOnly(1L);
    }

    @Test
    void it_is_the_readers_night_that_counts() {
        // Given
        moves(bo, PARIS);
        sunday(0);
        nightIn(PARIS);

        // When
        rung(0, Rung.NUDGE);
        rung(0, Rung.BUDDY);

        // Then
        assertThat(times(maria, "still open")).isEqualTo(1);
        assertThat(times(bo, "has not answered")).isZero();
        morning();
        assertThat(times(bo, "has not answered")).isEqualTo(1);
    }

    @Test
    void whoever_answered_before_the_morning_is_not_nudged_and_nobody_is_asked_to_help() {
        // Given
        sunday(0);
        nightIn(TOKYO);
        rung(0, Rung.NUDGE);
        rung(0, Rung.BUDDY);

        // When
        maria.presses("Quiet week");
        morning();

        // Then
        assertThat(times(maria, "still open")).isZero();
        assertThat(times(bo, "has not answered")).isZero();
        assertThat(rows("select payload from outbox where organisation = $1 and reason = 'ANSWERED'"))
                .hasSize(2)
                .allMatch(row -> row.getString("payload") == null);
    }

    @Test
    void nobody_is_nudged_for_whom_somebody_else_answered_in_the_night() {
        // Given
        sunday(0);
        nightIn(TOKYO);
        rung(0, Rung.NUDGE);
        rows("update run set stage = 'expired' where organisation = $1 and playbook = 'branch-week'");

        // When
        morning();

        // Then
        assertThat(times(maria, "still open")).isZero();
    }

    @Test
    void it_goes_on_waiting_where_the_night_began_again() {
        // Given
        sunday(0);
        nightIn(TOKYO);
        rung(0, Rung.NUDGE);
        due();

        // When
        TestCampaign.now(mornings.letGo(bot));

        // Then
        assertThat(times(maria, "still open")).isZero();
        assertThat(held())
                .hasSize(1)
                .allMatch(row -> row.getOffsetDateTime("due_at").toInstant().isAfter(clock.now()));
    }

    private QuietHours nightIn(String zone) {
        QuietHours night = TestNight.around(clock.now(), ZoneId.of(zone));
        campaign.settle(bot, TestNight.settings(night));
        return night;
    }

    private void morning() {
        campaign.settle(bot, TestNight.settings(QuietHours.NONE));
        due();
        TestCampaign.now(mornings.letGo(bot));
    }

    private void due() {
        rows(
                "update outbox set due_at = now() - interval '1 second' where organisation = $1 and state = 'held' and content is null");
    }

    private List<Row> held() {
        return rows("select due_at from outbox where organisation = $1 and state = 'held' and content is null");
    }
}
