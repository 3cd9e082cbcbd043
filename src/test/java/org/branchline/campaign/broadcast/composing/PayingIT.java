package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PayingIT.Slow.class)
class PayingIT extends ComposingCase {

    /** So slow for free that a few hundred people take minutes. */
    public static class Slow extends Recorded {
        @Override
        protected String sendRate() {
            return "1.5";
        }
    }

    private static final int MANY = 599;

    @Override
    void people() {
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
    }

    @BeforeEach
    void composed() {
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
        says("Goes out in one minute");
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
        says("Goes out in one minute");
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
        patiently().until(() -> gateway.to(cora.chat()).stream()
                .anyMatch(message -> message.toString().contains("label=" + label)));
        cora.presses(label);
    }
}
