package org.branchline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class RetentionIT {

    @Inject
    TestCampaign campaign;

    @Inject
    Retention retention;

    @Test
    void what_was_kept_long_enough_goes_and_the_rest_stays() {
        // Given
        Bot bot = campaign.organise();
        int organisation = bot.organisation().number();
        Volunteer stays = campaign.member(bot, "Stays");
        campaign.sql(bot.organisation(), """
                insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at)
                values ($1, $2, $3, 'a-playbook', 'not stored', 'left', now(), now())
                """, organisation, bot.id(), stays.chat());
        Volunteer goes = campaign.member(bot, "Goes");
        campaign.volunteer(bot, "Undecided").types("/start");
        campaign.sql(
                bot.organisation(),
                "update organisation set settings = settings "
                        + "|| '{\"consents\": [{\"required\": true, \"keep\": \"12 months\"}]}' where id = $1",
                organisation);
        String longAgo = "clock_timestamp() - interval '13 months'";
        campaign.sql(
                bot.organisation(),
                "update run set touched_at = " + longAgo + " where organisation = $1 and chat = $2",
                organisation,
                goes.chat());
        campaign.sql(
                bot.organisation(),
                "update chat set seen_at = " + longAgo + " where organisation = $1 and (id = $2 or member is null)",
                organisation,
                goes.chat());
        campaign.sql(
                bot.organisation(),
                "update member set joined_at = " + longAgo + " where organisation = $1 and telegram_user = $2",
                organisation,
                goes.chat());
        campaign.sql(
                bot.organisation(),
                "update update_seen set seen_at = " + longAgo + " where organisation = $1",
                organisation);

        // When
        Map<String, Integer> gone = TestCampaign.now(retention.sweep(bot.organisation()));

        // Then
        assertThat(gone)
                .containsEntry("chats of people who never agreed", 1)
                .containsEntry("members who were not here for long", 1)
                .containsKeys("update ids", "runs of joining");
        assertThat(campaign.sql(bot.organisation(), "select name from member where organisation = $1", organisation))
                .extracting(row -> row.getString("name"))
                .containsExactly("Stays");
        assertThat(TestCampaign.now(retention.sweep(bot.organisation()))).isEmpty();
    }

    @Test
    void one_to_ones_go_after_a_year_unless_somebody_still_wants_to_get_back_and_what_was_only_begun_after_a_day() {
        // Given
        Bot bot = campaign.organise();
        Volunteer ann = campaign.member(bot, "Ann");
        for (String who : List.of("Jo", "Kim", "Lu")) {
            ann.types("/met " + who);
            ann.presses("Today");
        }
        ann.types("/met Mo");
        campaign.rows(bot, """
                update one_to_one set met_on = current_date - case when id = (
                    select max(id) from one_to_one where organisation = $1 and met_on is not null) then 360 else 367 end,
                  back_on = case when id = (select min(id) from one_to_one where organisation = $1) then current_date + 9 end
                where organisation = $1 and met_on is not null
                """);
        campaign.rows(
                bot,
                "update one_to_one set touched_at = clock_timestamp() - interval '25 hours' where organisation = $1");

        // When
        Map<String, Integer> gone = TestCampaign.now(retention.sweep(bot.organisation()));

        // Then
        assertThat(gone).containsEntry("one-to-ones", 1).containsEntry("one-to-ones that were not logged", 1);
        assertThat(campaign.rows(bot, "select 1 from one_to_one where organisation = $1"))
                .hasSize(2);
    }
}
