package org.branchline.campaign.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What twenty-five said to the whole of the audit in a month, as those who said it read it. */
@QuarkusTest
@TestProfile(Recorded.class)
class TellingAMonthIT {

    /** Telegram: a message has 4,096 letters at most. */
    private static final int LONGEST = 4_096;

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    private Bot bot;
    private Volunteer cora;
    private Volunteer ann;
    private Volunteer bo;

    @BeforeEach
    void twentyFiveAnswered() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
        bo = campaign.member(bot, "Bo");
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        campaign.rows(bot, "update member set language = 'da' where organisation = $1 and name = 'Bo'");
        campaign.rows(bot, """
                with people as (
                  insert into member (organisation, telegram_user, name, language, branch)
                  select $1, 9000000000 + n, 'Gone', 'en', (select id from branch where organisation = $1 and key = 'tokyo')
                  from generate_series(1, 23) n returning id, telegram_user)
                insert into chat (organisation, bot, id, member, reachable)
                select $1, $2, telegram_user, id, false from people
                """, bot.id());
        campaign.rows(bot, """
                insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at)
                select $1, $2, c.id, 'skills-audit',
                  (select version from playbook_version where organisation = $1 and playbook = 'skills-audit' limit 1),
                  'finished', now() - interval '20 days', now() - interval '20 days', now() - interval '20 days'
                from chat c where c.organisation = $1 and (not c.reachable or c.id in ($3, $4))
                """, bot.id(), ann.chat(), bo.chat());
        answer("help_with", "calls", 1, 20);
        answer("help_with", "leaflets", 6, 25);
        answer("help_with", "posts", 14, 25);
        answer("help_with", "translate", 1, 9);
        answer("called_before", "often", 1, 10);
        answer("called_before", "never", 11, 20);
        answer("uk_evenings", "weekly", 1, 8);
        answer("uk_evenings", "sometimes", 9, 20);
        answer("campaign_parts", "registration", 1, 25);
        answer("languages", "en", 1, 25);
        answer("languages", "fr", 16, 25);
        answer("free", "weekend_daytime", 1, 12);
        answer("free", "varies", 13, 25);
        answer("training", "calling", 1, 19);
    }

    /** One more option that those from one to another chose. */
    private void answer(String question, String option, int from, int to) {
        campaign.rows(bot, """
                with who as (select id, row_number() over (order by id) as n from run
                  where organisation = $1 and playbook = 'skills-audit' and stage = 'finished')
                insert into answer (organisation, run, question, answer, answer_text, value, language, answered_at)
                select $1, id, $2, $3, $3, jsonb_build_object('chosen', jsonb_build_array($3::text))::text, 'en', now()
                from who where n between $4 and $5
                on conflict (organisation, run, question) do update set value =
                  jsonb_build_object('chosen', (answer.value::jsonb -> 'chosen') || to_jsonb($3::text))::text
                """, question, option, from, to);
    }

    private String says(Volunteer reader, String text) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> text(List.copyOf(gateway.to(reader.chat()))), all -> all.contains(text));
    }

    @Test
    void each_reads_one_short_message_in_their_language_of_what_most_said_and_nothing_of_a_few() {
        // Given
        String offer = text(cora.types("/tell skills-audit"));
        cora.presses("Show me the message");
        says(cora, "Answered: Skills audit");

        // When
        cora.presses("Send to 2");
        campaign.recruit(bot);
        campaign.letGo(bot);
        String english = says(ann, "What 25 of us said");
        String danish = says(bo, "Det sagde 25 af os");

        // Then
        assertThat(offer).contains("what most of 25 people said, no names");
        assertThat(english).contains("""
                What 25 of us said: Skills audit

                To do
                · Phone voters: 80 %
                · Make leaflets: 80 %
                · Write and share: 48 %

                Phoned before
                · Many times: 50 %
                · Not yet: 50 %

                Interested in
                · Register voters abroad: 100 %

                Languages
                · English: 100 %
                · French: 40 %

                Free
                · It varies: 52 %
                · Weekends, daytime: 48 %

                Thank you to everybody who answered.
                """);
        assertThat(danish).contains("""
                Det sagde 25 af os: Hvad vil du være med til?

                Jeg vil
                · Ringe til vælgere: 80 %
                · Lave foldere: 80 %
                · Skrive og dele: 48 %

                Har ringet før
                · Mange gange: 50 %
                · Ikke endnu: 50 %

                Interesseret i
                · Få vælgere registreret: 100 %

                Sprog
                · Engelsk: 100 %
                · Fransk: 40 %

                Ledig
                · Det skifter: 52 %
                · Weekend, dagtimer: 48 %

                Tak til alle, der svarede.
                """);
        assertThat(List.of(english, danish)).allSatisfy(told -> assertThat(told.substring(told.indexOf("25 ")))
                .hasSizeLessThan(LONGEST)
                .doesNotContain("{", "Gone", "Ann"));
    }
}
