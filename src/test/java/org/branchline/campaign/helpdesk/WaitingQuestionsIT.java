package org.branchline.campaign.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.TestCampaign.now;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Transactions;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.privacy.Retention;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class WaitingQuestionsIT {

    @Inject
    TestCampaign campaign;

    @Inject
    Reminding reminding;

    @Inject
    Unsaying unsaying;

    @Inject
    Retention retention;

    @Inject
    Transactions transactions;

    private Bot bot;
    private Volunteer cora;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
    }

    @Test
    void what_waits_is_listed_the_oldest_first_in_pages_and_shown_anew_to_be_replied_to() {
        // Given
        for (int i = 1; i <= 9; i++) {
            asks("Ann" + i, "Question number " + i);
        }
        cora.reads();

        // When
        String first = text(cora.types("/questions"));
        String second = text(cora.presses("More"));

        // Then
        assertThat(first)
                .contains(
                        "9 questions wait for an answer, the oldest first:", "1. Ann1, Tokyo, ", ": Question number 1")
                .contains("8. Ann8, Tokyo")
                .doesNotContain("Ann9");
        assertThat(second).contains("9. Ann9, Tokyo").doesNotContain("Ann8");

        // And when
        String shown = text(cora.presses("Show 9"));
        String done = text(cora.replies("Question number 9", "Here you are."));

        // Then
        assertThat(shown).contains("A question from Ann9, Tokyo").contains("Reply to this message to answer.");
        assertThat(done).contains("✓ Sent to Ann9.");
        assertThat(text(cora.types("/questions"))).contains("8 questions wait");
    }

    @Test
    void a_captain_sees_what_their_branch_asked_and_a_member_nothing() {
        // Given
        Volunteer ann = asks("Ann", "From Tokyo");
        Volunteer petra = campaign.member(bot, "Petra");
        campaign.grant(petra, "captain", "paris");

        // When
        String captain = text(petra.types("/questions"));
        String member = text(ann.types("/questions"));

        // Then
        assertThat(captain).contains("No question waits for an answer.");
        assertThat(member).contains("That is for those who answer members.");
        String number = ""
                + stored("select id from question where organisation = $1")
                        .get(0)
                        .getLong("id");
        assertThat(text(petra.types("/questions q" + number))).contains("That question isn't here any more.");
    }

    @Test
    void the_moments_at_which_it_is_brought_up_again_are_known_beforehand() {
        // Given
        asks("Ann", "Still there?");
        Instant asked = stored("select asked_at from question where organisation = $1")
                .get(0)
                .getOffsetDateTime("asked_at")
                .toInstant();

        // When
        Instant first = next(asked);
        Instant second = next(asked.plus(Reminder.LONG));

        // Then
        assertThat(first).isEqualTo(asked.plus(Reminder.LONG));
        assertThat(second.atZone(ZoneId.of("Asia/Tokyo")).toLocalTime()).isEqualTo("09:00");
        assertThat(second).isBetween(first, first.plus(Duration.ofDays(1)));
    }

    private Instant next(Instant moment) {
        return now(transactions.inTransaction(
                        bot.organisation(), tx -> new RemindersDue().agenda(tx::query, bot, moment)))
                .next();
    }

    @Test
    void once_a_day_whoever_answers_hears_that_a_question_has_waited_for_more_than_a_day() {
        // Given
        asks("Ann", "Still there?");
        cora.reads();
        stored("update member set timezone = '" + zoneWhereItIsNoon() + "' where organisation = $1 returning 1");
        now(reminding.work(bot));
        assertThat(stored("select 1 from question_reminder where organisation = $1"))
                .isEmpty();
        stored("update question set asked_at = asked_at - interval '25 hours' where organisation = $1 returning 1");

        // When
        now(Uni.join()
                .all(reminding.work(bot), reminding.work(bot), reminding.work(bot))
                .andFailFast());
        now(reminding.work(bot));

        // Then
        List<Outgoing> told = cora.reads();
        assertThat(told).hasSize(1);
        assertThat(text(told)).contains("A question has waited for an answer for more than a day.");
        assertThat(stored("select 1 from question_reminder where organisation = $1"))
                .hasSize(1);
        assertThat(text(cora.presses("Show them"))).contains("Still there?");
    }

    @Test
    void forget_takes_back_what_others_were_shown_and_a_late_reply_is_understood() {
        // Given
        Volunteer ann = asks("Ann", "My secret plan");
        cora.reads();
        assertThat(text(ann.types("/mydata"))).contains("What you asked a person", "My secret plan");

        // When
        ann.types("/forget");
        ann.presses("Delete everything");
        Row job = stored("select id, argument from job where organisation = $1 and kind = 'unsay question'")
                .get(0);
        now(unsaying.run(new Job(bot.organisation(), job.getLong("id"), (JsonObject) job.getValue("argument"))));

        // Then
        assertThat(text(cora.reads()))
                .contains("Whoever asked this has deleted it.")
                .doesNotContain("secret");
        assertThat(stored("select 1 from question where organisation = $1")).isEmpty();
        assertThat(text(cora.replies("My secret plan", "Good plan")))
                .contains("Whoever asked this isn't here any more, so nobody got your answer.");
    }

    @Test
    void an_answered_question_goes_after_twelve_months_and_one_that_was_not_passed_on_after_a_day() {
        // Given
        asks("Ann", "An old one");
        cora.reads();
        cora.replies("An old one", "Yes");
        Volunteer bo = campaign.member(bot, "Bo");
        bo.types("Never mind");
        stored("update question set asked_at = asked_at - interval '25 hours' where organisation = $1 returning 1");

        // When
        now(retention.sweep(bot.organisation()));

        // Then
        assertThat(stored("select state from question where organisation = $1"))
                .extracting(row -> row.getString("state"))
                .containsExactly("answered");
        stored(
                "update question set answered_at = answered_at - interval '366 days' where organisation = $1 returning 1");
        now(retention.sweep(bot.organisation()));
        assertThat(stored("select 1 from question where organisation = $1")).isEmpty();
    }

    private Volunteer asks(String name, String question) {
        Volunteer volunteer = campaign.member(bot, name);
        volunteer.types(question);
        volunteer.presses("Send it to Cora");
        return volunteer;
    }

    private static String zoneWhereItIsNoon() {
        int hours = 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(hours).getId();
    }

    private List<Row> stored(String sql) {
        return campaign.sql(bot.organisation(), sql, bot.organisation().number());
    }
}
