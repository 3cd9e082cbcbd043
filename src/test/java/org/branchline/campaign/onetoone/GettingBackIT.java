package org.branchline.campaign.onetoone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.TestNight;
import org.branchline.intake.job.Agendas;
import org.junit.jupiter.api.Test;

/** When members are reminded of whom they want to get back to. */
@QuarkusTest
@TestProfile(Recorded.class)
class GettingBackIT extends OneToOneCase {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String REMINDED = "You wanted to get back to Jo";

    @Inject
    Agendas agendas;

    @Test
    void they_are_reminded_once_on_the_morning_of_the_day_by_their_own_clock() {
        // Given
        wants();
        Row row = rows("select back_on, remind_at from one_to_one where organisation = $1")
                .get(0);
        Instant morning = row.getOffsetDateTime("remind_at").toInstant();
        remind();
        String early = seen(ann);

        // When
        due("-1");
        remind();
        remind();

        // Then
        assertThat(morning)
                .isEqualTo(
                        row.getLocalDate("back_on").atTime(9, 0).atZone(TOKYO).toInstant());
        assertThat(early).doesNotContain(REMINDED);
        arrives();
        assertThat(seen(ann)).containsOnlyOnce(REMINDED);
    }

    @Test
    void the_moment_is_known_beforehand() {
        // Given
        wants();
        Instant morning = rows("select remind_at from one_to_one where organisation = $1")
                .get(0)
                .getOffsetDateTime("remind_at")
                .toInstant();

        // Then
        assertThat(TestCampaign.now(agendas.of(bot, morning.minusMillis(1))).next())
                .isEqualTo(morning);
    }

    @Test
    void whoever_left_or_asked_for_quiet_hears_of_it_afterwards() {
        // Given
        wants();
        due("-1");

        // When
        member("quiet_until = now() + interval '1 day'");
        remind();
        member("quiet_until = null, stopped_at = now()");
        remind();
        String meanwhile = seen(ann);
        member("stopped_at = null");
        remind();

        // Then
        assertThat(meanwhile).doesNotContain(REMINDED);
        arrives();
    }

    @Test
    void whoever_lives_further_west_by_then_waits_for_the_morning_there() {
        // Given
        wants();

        // When
        due("+1");
        remind();

        // Then
        assertThat(rows("select 1 from one_to_one where organisation = $1 and remind_at > now()"))
                .hasSize(1);
        assertThat(seen(ann)).doesNotContain(REMINDED);
    }

    @Test
    void in_the_night_it_waits_and_stands_nowhere_in_plain_text() {
        // Given
        wants();
        due("-1");
        campaign.settle(bot, TestNight.settings(TestNight.around(clock.now(), TOKYO)));

        // When
        remind();

        // Then
        assertThat(rows("select payload, ciphertext from outbox where organisation = $1 and state = 'held'"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getString("payload")).isNull();
                    assertThat(row.getBuffer("ciphertext")).isNotNull();
                });
        assertThat(seen(ann)).doesNotContain(REMINDED);
    }

    @Test
    void one_that_fails_is_put_off_and_stops_no_other() {
        // Given
        wants();
        bo.types("/met Kim");
        bo.presses("Today");
        bo.presses("No note");
        bo.presses("In a week");
        due("-1");
        rows("""
                update one_to_one set met_on = null, remind_at = remind_at - interval '1 second'
                where organisation = $1 and id = (select min(id) from one_to_one where organisation = $1)
                """);

        // When
        remind();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> seen(bo).contains("get back to Kim"));
        assertThat(seen(ann)).doesNotContain(REMINDED);
        assertThat(rows("select 1 from one_to_one where organisation = $1 and remind_at > now()"))
                .hasSize(1);
    }

    @Test
    void of_one_that_does_not_open_they_are_reminded_without_its_name() {
        // Given
        wants();
        due("-1");
        damage();

        // When
        remind();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> seen(ann)
                .contains("You wanted to get back to somebody (damaged note)"));
        assertThat(seen(ann)).doesNotContain(REMINDED);
    }

    @Test
    void later_puts_it_off_and_done_ends_it() {
        // Given
        wants();
        due("-1");
        remind();
        arrives();

        // When
        ann.presses("Later");
        String later = text(ann.presses("In two weeks"));
        ann.presses("Done");

        // Then
        assertThat(later).contains("I will remind you");
        assertThat(
                        rows(
                                "select 1 from one_to_one where organisation = $1 and (back_on is not null or remind_at is not null)"))
                .isEmpty();
    }

    @Test
    void whoever_meets_again_got_back_and_only_once_that_is_logged() {
        // Given
        wants();

        // When
        ann.presses("Met again");
        int open = waiting();
        ann.presses("Today");

        // Then
        assertThat(open).isEqualTo(1);
        assertThat(waiting()).isZero();
        assertThat(rows("select 1 from one_to_one where organisation = $1 and met_on is not null"))
                .hasSize(2);
    }

    @Test
    void only_a_day_of_the_next_year_can_be_typed() {
        // Given
        long jo = met("Jo");
        ann.orders("met", jo + ".b");

        // When
        String over = text(ann.types("yesterday"));
        ann.orders("met", jo + ".t1");
        ann.orders("met", jo + ".t999999");
        int before = waiting();
        ann.orders("met", jo + ".b");
        ann.types("tomorrow");

        // Then
        assertThat(over).contains("I can't read a day of the next year in that.");
        assertThat(before).isZero();
        assertThat(waiting()).isEqualTo(1);
    }

    /** Ann wants to get back to Jo. */
    private void wants() {
        met("Jo");
        ann.presses("No note");
        ann.presses("In a week");
    }

    /** The day is so many days from now by now, and by the clock they lived by it has come. */
    private void due(String days) {
        rows("update one_to_one set back_on = current_date " + days + ", remind_at = now() - interval '1 second'"
                + " where organisation = $1");
    }

    private void member(String change) {
        rows("update member set " + change + " where organisation = $1 and telegram_user = $2", ann.chat());
    }

    private int waiting() {
        return rows("select 1 from one_to_one where organisation = $1 and back_on is not null")
                .size();
    }

    private void arrives() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> seen(ann).contains(REMINDED));
    }
}
