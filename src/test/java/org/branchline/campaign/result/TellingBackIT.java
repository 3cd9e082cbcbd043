package org.branchline.campaign.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.branchline.conversation.Action;
import org.branchline.intake.Recorded;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many said goes back to those who said it, when a coordinator wants it. */
@QuarkusTest
@TestProfile(Recorded.class)
class TellingBackIT {

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    private Bot bot;
    private Volunteer cora;
    private Volunteer ann;

    @BeforeEach
    void coraRunsTheCampaign() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
    }

    /** Waits until this is said to somebody; gives back all that was. */
    private String says(Volunteer reader, String text) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> text(List.copyOf(gateway.to(reader.chat()))), all -> all.contains(text));
    }

    /** So many of Tokyo whom nobody can reach any more, and Ann. */
    private void answered(int others) {
        campaign.rows(bot, """
                with people as (
                  insert into member (organisation, telegram_user, name, language, branch)
                  select $1, 9000000000 + n, 'Gone', 'en', (select id from branch where organisation = $1 and key = 'tokyo')
                  from generate_series(1, $3::int) n returning id, telegram_user)
                insert into chat (organisation, bot, id, member, reachable)
                select $1, $2, telegram_user, id, false from people
                """, bot.id(), others);
        campaign.rows(bot, """
                with done as (
                  insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at)
                  select $1, $2, c.id, 'skills-audit',
                    (select version from playbook_version where organisation = $1 and playbook = 'skills-audit' limit 1),
                    'finished', now(), now(), now()
                  from chat c where c.organisation = $1 and (not c.reachable or c.id = $3) returning id)
                insert into answer (organisation, run, question, answer, answer_text, value, language, answered_at)
                select $1, id, 'help_with', 'calls', 'Phone voters', '{"chosen":["calls"]}', 'en', now() from done
                """, bot.id(), ann.chat());
    }

    @Test
    void a_coordinator_sees_the_message_and_sends_it_to_those_who_answered() {
        // Given
        answered(24);
        String results = text(cora.types("/results skills-audit"));

        // When
        String offer = text(cora.presses("Tell those who answered"));
        cora.presses("Show me the message");
        String preview = says(cora, "Answered: Skills audit");
        cora.presses("Send to 1");
        campaign.recruit(bot);
        campaign.letGo(bot);
        String told = says(ann, "What 25 of us said");

        // Then
        assertThat(results).contains("25 started");
        assertThat(offer).contains("what most of 25 people said");
        assertThat(preview).contains("What 25 of us said: Skills audit", "· Phone voters: 100 %");
        assertThat(told).contains("What 25 of us said: Skills audit", "· Phone voters: 100 %", "campaign@example.org");
    }

    @Test
    void of_what_fewer_than_twenty_said_nothing_is_told() {
        // Given
        answered(18);

        // When
        String results = text(cora.types("/results skills-audit"));
        String asked = text(cora.types("/tell skills-audit"));
        String shown = text(cora.types("/tell skills-audit:s"));

        // Then
        assertThat(results).contains("19 started");
        assertThat(asked).contains("Fewer than 20 people").isEqualTo(shown);
        assertThat(campaign.rows(bot, "select 1 from composing where organisation = $1"))
                .isEmpty();
    }

    @Test
    void a_captain_of_another_branch_gets_nothing_of_it_whatever_is_pressed() {
        // Given
        answered(24);
        Volunteer pia = campaign.member(bot, "Pia");
        campaign.grant(pia, "captain", "paris");

        // When
        String typed = text(pia.types("/tell skills-audit"));
        pia.does(Volunteer.update(), new What.Press("p", 1, new Action.Order("tell", "skills-audit:s")));
        String pressed = text(pia.reads());

        // Then
        assertThat(typed).contains("for those who run the campaign").isEqualTo(pressed);
        assertThat(campaign.rows(bot, "select 1 from composing where organisation = $1"))
                .isEmpty();
    }

    @Test
    void whoever_runs_one_part_tells_of_that_part_to_that_part() {
        // Given
        answered(24);
        Volunteer rita = campaign.member(bot, "Rita");
        campaign.grant(rita, "coordinator", "paris");

        // When
        String said = text(rita.types("/tell skills-audit:s"));

        // Then
        assertThat(said).contains("Fewer than 20 people");
    }
}
