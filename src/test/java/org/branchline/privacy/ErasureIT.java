package org.branchline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class ErasureIT {

    private static final String PLANTED = "Zerafina";

    @Inject
    TestCampaign campaign;

    @Test
    void after_forget_no_column_of_any_table_holds_the_name() {
        // Given
        Bot bot = campaign.organise();
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        Volunteer planted = campaign.member(bot, PLANTED);
        maria.reads();
        asksAgain(planted);
        assertThat(found(bot, PLANTED)).isNotEmpty();
        assertThat(found(bot, "" + planted.chat())).isNotEmpty();

        // When
        planted.types("/forget");
        String last = text(planted.presses("Delete everything"));

        // Then
        assertThat(last).contains("gone").doesNotContain(PLANTED);
        assertThat(found(bot, PLANTED)).isEmpty();
        assertThat(found(bot, "" + planted.chat())).allMatch(hit -> hit.startsWith("outbox: "), "the farewell");
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select proof from erasure where organisation = $1",
                        bot.organisation().number()))
                .hasSize(1);
        assertThat(text(planted.types("/start"))).contains("Hello");
    }

    @Test
    void after_forget_of_who_leads_a_deadline_it_goes_on_and_nobody_is_named() {
        // Given
        Bot bot = campaign.organise();
        Volunteer cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        Volunteer planted = campaign.member(bot, PLANTED);
        campaign.rows(bot, """
                with k as (
                  insert into content (organisation, payloads, fallback, units)
                  values ($1, jsonb_build_object('en', 'Sign up. ' || $3 || ' leads it.'), 'en', 10) returning id),
                d as (
                  insert into deadline (organisation, bot, fallback, titles, tasks, link, due_on, audience, whom, ladder, lead, made_at)
                  select $1, $2, 'en', '{"en": "Sign up"}', '{"en": "Open the page."}', '', '2099-05-04', '{}', '', '7d', m.id, now()
                  from member m where m.organisation = $1 and m.name = $3 returning id)
                insert into broadcast (organisation, bot, content, key, request, kind, audience, actions, state, goes_at, last_at,
                  held_until, playbook, origin)
                select $1, $2, k.id, 'told', '', 'service', '{}', '{}', 'done', now(), now(), now(), '', 'deadline:' || d.id || ':7d@0'
                from k, d
                """, bot.id(), PLANTED);

        // When
        planted.types("/forget");
        planted.presses("Delete everything");

        // Then
        assertThat(found(bot, PLANTED)).isEmpty();
        assertThat(campaign.rows(bot, "select lead from deadline where organisation = $1 and state = 'open'"))
                .hasSize(1)
                .allMatch(row -> row.getLong("lead") == null);
        cora.types("/deadline");
        assertThat(text(cora.presses("Sign up"))).contains("Sign up").doesNotContain(PLANTED);
    }

    @Test
    void after_forget_of_a_captain_nothing_of_their_check_ins_stays_and_their_deadline_has_nobody() {
        // Given
        Bot bot = campaign.organise();
        Volunteer bo = campaign.member(bot, "Bo");
        campaign.grant(bo, "buddy", "tokyo");
        Volunteer planted = campaign.member(bot, PLANTED);
        campaign.grant(planted, "captain", "tokyo");
        campaign.rows(bot, """
                with p as (
                  insert into prompt (organisation, bot, playbook, audience, rule, starts, check_in)
                  values ($1, $2, 'branch-week', '{}', 'FREQ=WEEKLY', '2027-03-07T18:00', true) returning id),
                a as (
                  insert into prompt_asked (organisation, prompt, occurrence, member, asked_at)
                  select $1, p.id, '2027-03-07T18:00', m.id, now() from p, member m where m.organisation = $1 and m.name = $3),
                h as (
                  insert into check_in_help (organisation, prompt, occurrence, member, helper, asked, at)
                  select $1, p.id, '2027-03-07T18:00', m.id, b.id, true, now() from p, member m, member b
                  where m.organisation = $1 and m.name = $3 and b.organisation = $1 and b.name = 'Bo'),
                c as (
                  insert into check_in_choice (organisation, member, every, since)
                  select $1, id, 2, '2027-03-07' from member where organisation = $1 and name = $3)
                insert into deadline (organisation, bot, fallback, titles, tasks, link, due_on, audience, whom, ladder, branch, handing,
                  captain, made_at)
                select $1, $2, 'en', '{"en": "Sign up"}', '{"en": "Open the page."}', '', '2099-05-04', '{}', '', '7d', b.id,
                  'accepted', m.id, now()
                from member m, branch b where m.organisation = $1 and m.name = $3 and b.organisation = $1 and b.key = 'tokyo'
                """, bot.id(), PLANTED);
        String shown = text(bo.types("/mydata"));

        // When
        planted.types("/forget");
        planted.presses("Delete everything");

        // Then
        assertThat(shown).contains("check_ins_of_others");
        assertThat(found(bot, PLANTED)).isEmpty();
        for (String table :
                List.of("prompt_asked", "check_in_help", "check_in_choice", "member_role where role = 'captain'")) {
            assertThat(campaign.sql(bot.organisation(), "select 1 from " + table))
                    .as(table)
                    .isEmpty();
        }
        assertThat(campaign.rows(bot, "select captain from deadline where organisation = $1"))
                .hasSize(1)
                .allMatch(row -> row.getLong("captain") == null);
    }

    /** As after an outage, and done by now. */
    private void asksAgain(Volunteer volunteer) {
        campaign.sql(
                volunteer.bot().organisation(),
                """
                insert into job (organisation, kind, key, argument, due_at, done_at)
                values ($1, 'ask again', '1@now',
                  jsonb_build_object('bot', $2::bigint, 'chat', $3::bigint, 'run', 1), now(), now())
                """,
                volunteer.bot().organisation().number(),
                volunteer.bot().id(),
                volunteer.chat());
    }

    @Test
    void mydata_shows_what_is_kept() {
        // Given
        Bot bot = campaign.organise();
        Volunteer ann = campaign.member(bot, PLANTED);
        asksAgain(ann);

        // When
        String files = text(ann.types("/mydata"));

        // Then
        assertThat(files).contains("<h2>You</h2>", PLANTED, "\"consents\"", "\"campaign\"", "ask again");
    }

    /** Every table's rows as text, whatever their columns. */
    private List<String> found(Bot bot, String planted) {
        List<String> hits = new ArrayList<>();
        for (Row table : campaign.sql(bot.organisation(), """
                select c.relname from pg_class c where c.relnamespace = 'branchline'::regnamespace and c.relkind = 'r'
                  and c.relname <> 'flyway_schema_history'
                """)) {
            String name = table.getString("relname");
            for (Row row : campaign.sql(
                    bot.organisation(),
                    "select t::text from " + name + " t where t::text ilike $1",
                    "%" + planted + "%")) {
                hits.add(name + ": " + row.getString(0));
            }
        }
        return hits;
    }

    @Test
    void whom_somebody_met_stands_readable_in_no_table_is_shown_to_them_alone_and_goes_with_them() {
        // Given
        Bot bot = campaign.organise();
        Volunteer ann = campaign.member(bot, "Ann");
        ann.types("/met " + PLANTED);
        ann.presses("Today");
        ann.types("Note about " + PLANTED);
        ann.types("/met");
        String hexadecimal = HexFormat.of().formatHex(PLANTED.getBytes(StandardCharsets.UTF_8));

        // When
        List<String> readable = found(bot, PLANTED);
        List<String> encoded = found(bot, hexadecimal);
        String hers = text(ann.types("/mydata"));
        String others = text(campaign.member(bot, "Bo").types("/mydata"));
        ann.types("/forget");
        ann.presses("Delete everything");

        // Then
        assertThat(readable).isEmpty();
        assertThat(encoded).isEmpty();
        assertThat(hers)
                .contains("\"who\" : \"" + PLANTED + "\"", "\"note\" : \"Note about " + PLANTED + "\"")
                .doesNotContain("ciphertext");
        assertThat(others).doesNotContain(PLANTED);
        assertThat(campaign.rows(bot, "select 1 from one_to_one where organisation = $1"))
                .isEmpty();
        assertThat(campaign.rows(bot, "select 1 from one_to_one_choice where organisation = $1"))
                .isEmpty();
    }

    @Test
    void what_waits_for_somebody_else_and_names_the_person_behind_its_thing_is_erased() {
        // Given
        Bot bot = campaign.organise();
        Volunteer maria = campaign.member(bot, "Maria");
        Volunteer planted = campaign.member(bot, PLANTED);
        waits(maria, "Could you look after Tokyo?", "a.12@" + planted.chat());
        waits(maria, "Somebody else asks.", "a.12@" + planted.chat() + "0");

        // When
        planted.types("/forget");
        planted.presses("Delete everything");

        // Then
        assertThat(campaign.rows(bot, "select payload from outbox where organisation = $1 and state = 'queued'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("payload")).contains("Somebody else asks."));
    }

    /** A message that is to be tried again tomorrow. */
    private void waits(Volunteer volunteer, String text, String argument) {
        campaign.rows(
                volunteer.bot(),
                "insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, payload)"
                        + " values ($1, $2, $3, 2, 'resend', 'queued', clock_timestamp() + interval '1 day', $4)",
                volunteer.bot().id(),
                volunteer.chat(),
                "{\"text\":\"" + text + "\",\"appoint\":\"" + argument + "\"}");
    }
}
