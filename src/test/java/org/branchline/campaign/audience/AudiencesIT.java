package org.branchline.campaign.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.audience.AudienceProblem.Reason;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(Recorded.class)
class AudiencesIT {

    @Inject
    TestCampaign campaign;

    @Inject
    Audiences audiences;

    @Inject
    Transactions transactions;

    private Bot bot;
    private OrganisationId organisation;

    @BeforeEach
    void people() {
        bot = campaign.organise();
        organisation = bot.organisation();
        sql("insert into branch (organisation, key, names) values ($1, 'europe', '{\"en\": \"Europe\"}')");
        sql("update branch set parent = (select id from branch where organisation = $1 and key = 'europe') "
                + "where organisation = $1 and key = 'paris'");
        sql("insert into branch (organisation, key, parent, names) select $1, 'marais', id, '{\"en\": \"Le Marais\"}' "
                + "from branch where organisation = $1 and key = 'paris'");
        member("Ann", "tokyo", "en", null);
        member("Bo", "paris", "da", null);
        member("Cleo", "marais", "en", "Europe/Madrid");
        member("Dan", null, "en", null);
        attribute("Ann", "skills", "calls,translate,_own");
        attribute("Bo", "skills", "calls");
        attribute("Bo", "languages", "fr,de");
        attribute("Cleo", "skills", "translated");
        attribute("Cleo", "past_constituency", "Leeds, North");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                            | Ann Bo Cleo Dan",
                "{'branch': 'europe'}                                          | Bo Cleo",
                "{'branch': ['marais', 'tokyo']}                               | Ann Cleo",
                "{'branch': 'long-gone'}                                       | ``",
                "{'language': 'da'}                                            | Bo",
                "{'zone': 'Europe'}                                            | Bo Cleo",
                "{'zone': 'Europe/Paris'}                                      | Bo",
                "{'zone': ['Asia/Tokyo', 'Europe/Madrid']}                     | Ann Cleo",
                "{'attributes': {'all': {'skills': 'calls'}}}                  | Ann Bo",
                "{'attributes': {'all': {'skills': ['calls', 'translate']}}}   | Ann",
                "{'attributes': {'all': {'skills': 'calls', 'languages': 'de'}}} | Bo",
                "{'attributes': {'any': {'skills': 'translate', 'languages': 'fr'}}} | Ann Bo",
                "{'attributes': {'all': {'past_constituency': 'Leeds, North'}}} | Cleo",
                "{'attributes': {'all': {'skills': 'calls'}, 'any': {'languages': ['fr', 'it']}}} | Bo",
                "{'attributes': {'any': {'skills': 'sing'}}}                   | ``",
                "{'branch': 'europe', 'language': 'en', 'zone': 'Europe'}      | Cleo",
            })
    void each_criterion_finds_those_it_names(String json, String names) {
        // Then
        assertThat(found(json)).isEqualTo(names);
    }

    @Test
    void roles_and_being_known_count() {
        // Given
        sql("insert into member_role (organisation, member, role, branch, granted_by) "
                + "select $1, id, 'captain', branch, 'test' from member where organisation = $1 and name = 'Bo'");
        sql("insert into member_role (organisation, member, role, granted_by) "
                + "select $1, id, 'coordinator', 'test' from member where organisation = $1 and name = 'Dan'");
        sql("update member set standing = 'known' where organisation = $1 and name = 'Ann'");

        // Then
        assertThat(found("{'role': 'captain'}")).isEqualTo("Bo");
        assertThat(found("{'role': ['captain', 'coordinator']}")).isEqualTo("Bo Dan");
        assertThat(found("{'role': 'buddy'}")).isEmpty();
        assertThat(found("{'known': true}")).isEqualTo("Ann");
        assertThat(found("{'known': false}")).isEqualTo("Ann Bo Cleo Dan");
    }

    @Test
    void the_newest_run_says_how_far_somebody_is() {
        // Given
        run("Ann", "finished", "now()");
        run("Bo", "finished", "now()");
        run("Bo", "asking", "null");
        run("Cleo", "waiting", "null");

        // Then
        assertThat(found("{'answered': 'skills-audit'}")).isEqualTo("Ann");
        assertThat(found("{'not_answered': 'skills-audit'}")).isEqualTo("Bo Cleo Dan");
        assertThat(found("{'not_answered_lately': 'skills-audit'}")).isEqualTo("Cleo Dan");
        assertThat(found("{'part_way': 'skills-audit'}")).isEqualTo("Bo");
        assertThat(found("{'answered': 'skills-audit', 'part_way': 'other'}")).isEmpty();
    }

    @Test
    void who_was_here_lately_is_not_among_the_unseen() {
        // Given
        sql("update chat set seen_at = now() - interval '40 days' where organisation = $1");
        run("Ann", "asking", "null");
        sql("update run set started_at = now() - interval '50 days', touched_at = now() - interval '20 days' "
                + "where organisation = $1");
        run("Bo", "waiting", "null");

        // Then
        assertThat(found("{'not_seen_days': 30}")).isEqualTo("Bo Cleo Dan");
        assertThat(found("{'not_seen_days': 10}")).isEqualTo("Ann Bo Cleo Dan");
        assertThat(found("{'not_seen_days': 41}")).isEmpty();
    }

    @Test
    void whoever_did_it_cannot_or_hears_of_it_later_owes_no_deadline() {
        // Given
        sql("""
                insert into deadline (organisation, bot, fallback, titles, tasks, due_on, audience, whom, ladder, made_at)
                values ($1, 1, 'en', '{"en": "t"}', '{"en": "t"}', '2099-01-01', '{}', 'all', 'last', now())
                """);
        said("Ann", "done", "null");
        said("Bo", "later", "now() + interval '1 hour'");
        said("Cleo", "later", "now() - interval '1 hour'");

        // Then
        long deadline = campaign.sql(
                        organisation, "select id from deadline where organisation = $1", organisation.number())
                .get(0)
                .getLong("id");
        assertThat(found("{'deadline_open': " + deadline + "}")).isEqualTo("Cleo Dan");
        assertThat(found("{'deadline_open': " + (deadline + 1_000) + "}")).isEqualTo("Ann Bo Cleo Dan");
    }

    @Test
    void a_deadline_is_given_by_name_and_heard_of_by_whoever_was_told() {
        // Given
        sql("""
                insert into deadline (organisation, bot, fallback, titles, tasks, due_on, audience, whom, ladder, made_at)
                values ($1, 1, 'en', '{"en": "t"}', '{"en": "t"}', '2099-01-01', '{}', 'all', 'last', now())
                """);
        for (String table : List.of("deadline_holder", "deadline_heard")) {
            sql("insert into " + table
                    + " (organisation, deadline, member) select $1, d.id, m.id from deadline d, member m"
                    + " where d.organisation = $1 and m.organisation = $1 and m.name in ('Ann', 'Bo', 'Cleo')");
        }
        said("Ann", "done", "null");
        said("Bo", "later", "now() + interval '1 hour'");

        // Then
        long deadline = campaign.sql(
                        organisation, "select id from deadline where organisation = $1", organisation.number())
                .get(0)
                .getLong("id");
        assertThat(found("{'deadline_given': " + deadline + "}")).isEqualTo("Ann Bo Cleo");
        assertThat(found("{'deadline_heard': " + deadline + "}")).isEqualTo("Bo Cleo");
        assertThat(found("{'deadline_given': " + (deadline + 1_000) + "}")).isEmpty();
    }

    private void said(String name, String what, String remindAt) {
        sql("insert into deadline_answer (organisation, deadline, member, said, said_at, remind_at)"
                + " select $1, d.id, m.id, '" + what + "', now(), " + remindAt
                + " from deadline d, member m where d.organisation = $1 and m.organisation = $1 and m.name = '" + name
                + "'");
    }

    @Test
    void exceptions_are_left_out() {
        // Then
        assertThat(found("{'except': [" + id("Ann") + ", " + id("Cleo") + ", 1]}"))
                .isEqualTo("Bo Dan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update member set stopped_at = now() where organisation = $1 and name = 'Ann'",
                "update chat set reachable = false where organisation = $1 and id in "
                        + "(select telegram_user from member where name = 'Ann')",
                "update chat set moved_to = 7 where organisation = $1 and id in "
                        + "(select telegram_user from member where name = 'Ann')",
                "update consent set withdrawn_at = now() where organisation = $1 and member in "
                        + "(select id from member where name = 'Ann')",
                "delete from consent where organisation = $1 and member in (select id from member where name = 'Ann')",
                "delete from chat where organisation = $1 and id in (select telegram_user from member where name = 'Ann')",
            })
    void who_may_not_be_written_to_is_in_no_audience(String what) {
        // When
        sql(what);

        // Then
        assertThat(found("{}")).isEqualTo("Bo Cleo Dan");
        assertThat(found("{'attributes': {'all': {'skills': 'calls'}}}")).isEqualTo("Bo");
        assertThat(found("{'branch': 'tokyo'}")).isEmpty();
    }

    @Test
    void only_the_consent_that_is_required_counts() {
        // Given
        sql("update consent set purpose = 'stories' where organisation = $1 and member in "
                + "(select id from member where name = 'Ann')");

        // When
        sql("update organisation set settings = settings || '{\"consents\": [{\"purpose\": \"campaign\", "
                + "\"required\": true}, {\"purpose\": \"stories\"}]}' where id = $1");

        // Then
        assertThat(found("{}")).isEqualTo("Bo Cleo Dan");
    }

    @Test
    void quiet_is_not_decided_here() {
        // When
        sql("update member set quiet_until = now() + interval '1 day' where organisation = $1");

        // Then
        assertThat(found("{}")).isEqualTo("Ann Bo Cleo Dan");
    }

    @Test
    void another_bot_reaches_nobody_it_has_no_chat_with() {
        // When
        Counted counted =
                TestCampaign.now(audiences.count(organisation, new Bot(organisation, bot.id() + 1), Audience.EVERYONE));

        // Then
        assertThat(counted.total()).isZero();
    }

    @Test
    void a_count_says_how_many_live_by_which_clock() {
        // Given
        member("Eve", "paris", "en", null);

        // When
        Counted counted = TestCampaign.now(audiences.count(organisation, bot, Audience.EVERYONE));

        // Then
        assertThat(counted.total()).isEqualTo(5);
        assertThat(counted.zones().get(0)).isEqualTo(new Counted.InZone("Europe/Paris", 2));
        assertThat(counted.zones()).contains(new Counted.InZone("Europe/Madrid", 1), new Counted.InZone(null, 1));
    }

    @Test
    void the_query_stands_inside_an_insert() {
        // When
        List<Row> written = campaign.sql(
                organisation,
                "with recipients as (" + Audiences.MEMBERS + "), put as ("
                        + "insert into audit (organisation, who, what, subjects) "
                        + "select $1, 'test', name, '{}' from recipients returning what) select what from put order by 1",
                organisation.number(),
                bot.id(),
                "{\"branch\":[\"europe\"]}");

        // Then
        assertThat(written).extracting(row -> row.getString(0)).containsExactly("Bo", "Cleo");
    }

    @Test
    void names_the_organisation_does_not_know_are_refused() {
        // When
        AudienceReading reading = TestCampaign.now(
                audiences.read(organisation, "{\"branch\": \"pariss\", \"answered\": \"skill-audit\"}"));

        // Then
        List<Reason> reasons = reading.of(
                audience -> List.of(),
                problems -> problems.stream().map(AudienceProblem::reason).toList());
        assertThat(reasons).containsExactly(Reason.UNKNOWN_BRANCH, Reason.UNKNOWN_PLAYBOOK);
    }

    @Test
    void an_audience_is_kept_under_one_name() {
        // Given
        Audience europe = audience("{\"branch\": \"europe\"}");

        // When
        Optional<Long> first = keep("In Europe", europe);
        Optional<Long> second = keep(" In Europe ", Audience.EVERYONE);

        // Then
        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        List<NamedAudiences.Named> all = TestCampaign.now(
                transactions.inTransaction(organisation, tx -> NamedAudiences.all(tx::query, organisation)));
        assertThat(all).containsExactly(new NamedAudiences.Named(first.orElseThrow(), "In Europe", europe));
    }

    private Optional<Long> keep(String name, Audience audience) {
        return TestCampaign.now(transactions.inTransaction(
                organisation, tx -> NamedAudiences.keep(tx::query, organisation, name, audience)));
    }

    /** Names in the order of joining, read in pages of two, as many as were counted. */
    private String found(String json) {
        Audience audience = audience(json.replace('\'', '"'));
        StringBuilder names = new StringBuilder();
        List<Recipient> page;
        long after = 0;
        int count = 0;
        do {
            long from = after;
            page = TestCampaign.now(transactions.inTransaction(
                    organisation, tx -> audiences.page(tx::query, organisation, bot, audience, from, 2)));
            for (Recipient recipient : page) {
                names.append(names.isEmpty() ? "" : " ").append(recipient.name());
                after = recipient.member();
                count++;
            }
        } while (!page.isEmpty());
        assertThat(TestCampaign.now(audiences.count(organisation, bot, audience))
                        .total())
                .isEqualTo(count);
        return names.toString();
    }

    private static Audience audience(String json) {
        return Audience.read(json).of(audience -> audience, problems -> {
            throw new AssertionError(problems);
        });
    }

    private void member(String name, String branch, String language, String zone) {
        campaign.sql(organisation, """
                with m as (
                  insert into member (organisation, telegram_user, name, language, timezone, branch)
                  select $1, nextval('organisation_id_seq') + 4000000000, $2, $4, $5,
                    (select id from branch where organisation = $1 and key = $3)
                  returning id, telegram_user),
                agreed as (
                  insert into consent (organisation, member, purpose, version, language, given_at)
                  select $1, id, 'campaign', '1', $4, now() from m)
                insert into chat (organisation, bot, id, member) select $1, $6, telegram_user, id from m
                """, organisation.number(), name, branch, language, zone, bot.id());
    }

    private void attribute(String name, String attribute, String value) {
        run(name, "expired", "null");
        campaign.sql(organisation, """
                insert into attribute (organisation, member, attribute, value, run, set_at)
                select $1, m.id, $3, $4, (select max(id) from run where organisation = $1), now()
                from member m where m.organisation = $1 and m.name = $2
                """, organisation.number(), name, attribute, value);
        sql("update run set playbook = 'long-ago' where organisation = $1 and stage = 'expired'");
    }

    private void run(String name, String stage, String completed) {
        campaign.sql(
                organisation,
                "insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at) "
                        + "select $1, $2, m.telegram_user, 'skills-audit', 'v', $4, now(), now(), " + completed
                        + " from member m where m.organisation = $1 and m.name = $3",
                organisation.number(),
                bot.id(),
                name,
                stage);
    }

    private long id(String name) {
        return campaign.sql(
                        organisation,
                        "select id from member where organisation = $1 and name = $2",
                        organisation.number(),
                        name)
                .get(0)
                .getLong("id");
    }

    private void sql(String sql) {
        campaign.sql(organisation, sql, organisation.number());
    }
}
