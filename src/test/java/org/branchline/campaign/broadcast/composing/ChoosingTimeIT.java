package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.database.Clock;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Organisations;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class ChoosingTimeIT extends ComposingCase {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Organisations organisations;

    @Inject
    Clock clock;

    @Override
    void people() {
        Volunteer petra = campaign.member(bot, "Petra");
        cora = campaign.member(bot, "Cora");
        campaign.sql(
                bot.organisation(),
                "update member set timezone = 'America/Sao_Paulo' where organisation = $1 and telegram_user = $2",
                bot.organisation().number(),
                petra.chat());
    }

    @Test
    void a_coordinator_types_a_time_sees_what_will_happen_and_sends_it_round_the_earth() {
        // Given
        composed();
        String asked = text(cora.presses("Change the time"));
        String unclear = text(cora.types("some time soon"));
        cora.types("tomorrow 18:00 until 20:00");
        says("It reaches everybody at their own hour: from ");
        cora.presses("All at the same moment");
        says("It leaves ");
        cora.presses("At everybody's own hour");

        // When
        cora.presses("Send to 2");

        // Then
        says("Goes out at the time you chose to 2 people: Everyone.");
        campaign.recruit(bot);
        List<Row> due = rows("select due_at from outbox where organisation = $1 and state = 'held' order by due_at");
        assertThat(asked).contains("When shall it go?").contains("in Tokyo time");
        assertThat(unclear).contains("I can't find a time in that.");
        assertThat(text(gateway.to(cora.chat()))).contains("1 would get it later than that, and does not get it.");
        assertThat(due).hasSize(2);
        assertThat(Duration.between(
                        due.get(0).getOffsetDateTime("due_at"), due.get(1).getOffsetDateTime("due_at")))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void at_night_those_who_sleep_are_spared_unless_a_service_message_cannot_wait() {
        // Given
        LocalTime now = clock.now().atZone(TOKYO).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        quiet(new QuietHours(now.minusHours(1), now.plusHours(1)));
        composed();
        says("1 is asleep by then and gets it in the morning.");

        // When
        String hour = text(cora.presses("Change the time"));
        String quiet = text(cora.types(now.toString()));
        cora.presses("Now");
        cora.presses("Send at night too");
        cora.presses("Send to 2");

        // Then
        assertThat(hour).contains("When shall it go?");
        assertThat(quiet).contains("That is in the quiet hours");
        says("Goes out in one minute to 2 people");
        assertThat(rows("select quiet_from from broadcast where organisation = $1"))
                .singleElement()
                .satisfies(row -> assertThat(row.getLocalTime("quiet_from")).isNull());
    }

    private void composed() {
        cora.types("/broadcast");
        cora.presses("Everyone (2)");
        cora.types("See you there");
        cora.presses("A service message");
        cora.presses("No buttons");
        says("It leaves one minute after you press Send.");
    }

    private void quiet(QuietHours hours) {
        campaign.sql(
                bot.organisation(),
                "update organisation set settings = jsonb_set(settings, '{quiet_hours}', to_jsonb($2::text)) where id = $1",
                bot.organisation().number(),
                hours.toString());
        TestCampaign.now(organisations.load(bot.organisation()));
    }
}
