package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.branchline.campaign.broadcast.progress.Progress;
import org.branchline.intake.Recorded;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PayingIT.Slow.class)
class PayingIT {

    /** So slow for free that a few hundred people take minutes. */
    public static class Slow extends Recorded {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("SEND_RATE", "1.5", "CHAT_RATE", "0");
        }
    }

    private static final int MANY = 599;

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    @Inject
    Progress progress;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    private Bot bot;
    private Volunteer cora;

    @BeforeEach
    void manyPeople() {
        bot = campaign.organise();
        cora = campaign.volunteer(bot, "Cora");
        campaign.sql(bot.organisation(), """
                with m as (
                  insert into member (organisation, telegram_user, name, language)
                  select $1::int, $2::bigint, 'Cora', 'en'
                  union all
                  select $1::int, $2::bigint * 1000 + n, 'Many', 'en' from generate_series(1, $4::int) n
                  returning id, telegram_user),
                agreed as (
                  insert into consent (organisation, member, purpose, version, language, given_at)
                  select $1, id, 'campaign', '1', 'en', now() from m)
                insert into chat (organisation, bot, id, member) select $1, $3, telegram_user, id from m
                """, bot.organisation().number(), cora.chat(), bot.id(), MANY);
        campaign.grant(cora, "coordinator", null);
        cora.types("/broadcast");
        presses("Everyone (600)");
        says("Now write the message here");
        cora.types("To all of you");
        presses("A service message");
        presses("No buttons");
        says("For free it takes 7 minutes. Paid for, it takes 1 second and costs up to 60 Telegram Stars");
    }

    @Test
    void what_is_paid_for_goes_at_once_while_the_free_pace_would_take_minutes() {
        // Given
        gateway.pays(10_000);
        presses("Pay to send faster");
        says("It is paid for: it takes 1 second and costs up to 60 Telegram Stars");

        // When
        presses("Send to 600");
        says("It costs up to 60 Telegram Stars.");
        cora.types("600");
        goes();

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        rows("select 1 from outbox where organisation = $1 and content is not null and state = 'sent'")
                                        .size()
                                == 600);
        assertThat(gateway.paysStill()).isEqualTo(9_400);
    }

    @Test
    void where_the_stars_are_used_up_it_is_paused_and_the_coordinator_says_how_to_go_on() {
        // Given
        gateway.pays(100);
        presses("Pay to send faster");
        presses("Send to 600");
        says("type the number: 600");
        cora.types("600");

        // When
        goes();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows("select 1 from broadcast where organisation = $1 and trouble = 'NO_STARS'")
                                .size()
                        == 1);
        watched("Paused: the bot has no Telegram Stars left to pay with.");
        presses("Send the rest for free");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        rows("select 1 from outbox where organisation = $1 and content is not null and state = 'sent'")
                                        .size()
                                > 100);
        assertThat(rows("select state, paid, trouble from broadcast where organisation = $1"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getString("state")).isEqualTo("going");
                    assertThat(row.getBoolean("paid")).isFalse();
                    assertThat(row.getString("trouble")).isNull();
                });
        assertThat(rows("select 1 from outbox where organisation = $1 and content is not null and state = 'failed'"))
                .isEmpty();
        rows("update broadcast set state = 'paused' where organisation = $1");
    }

    @Test
    void who_does_not_want_to_pay_does_not() {
        // Given
        presses("Pay to send faster");
        presses("Send for free instead");

        // When
        presses("Send to 600");
        says("type the number: 600");
        cora.types("600");
        says("Goes out in one minute to 600 people");

        // Then
        assertThat(rows("select paid from broadcast where organisation = $1"))
                .singleElement()
                .satisfies(row -> assertThat(row.getBoolean("paid")).isFalse());
    }

    private void presses(String label) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway.to(cora.chat()).stream()
                .anyMatch(message -> message.toString().contains("label=" + label)));
        cora.presses(label);
    }

    private void goes() {
        says("Goes out in one minute");
        long id =
                rows("select id from broadcast where organisation = $1").get(0).getLong("id");
        handlers.stream()
                .filter(handler -> handler.kind().equals("broadcast.recruit"))
                .forEach(handler -> TestCampaign.now(
                        handler.run(new Job(bot.organisation(), id, new JsonObject().put("broadcast", id)))));
        rows("update broadcast set goes_at = now(), quiet_from = null, quiet_until = null where organisation = $1");
        rows("update outbox set due_at = now() where organisation = $1 and state = 'held'");
    }

    private void watched(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            rows("update broadcast_progress set look_at = now() where organisation = $1");
            TestCampaign.now(progress.work(bot));
            return text(gateway.to(cora.chat())).contains(text);
        });
    }

    private void says(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> text(List.copyOf(gateway.to(cora.chat())))
                .contains(text));
    }

    private List<Row> rows(String sql) {
        return campaign.sql(bot.organisation(), sql, bot.organisation().number());
    }
}
