package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Recorded.class)
class JoiningIT {

    @Inject
    TestCampaign campaign;

    private Bot bot;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
    }

    @Test
    void three_presses_from_a_link_make_a_member_of_its_branch() {
        // Given
        Volunteer ann = campaign.volunteer(bot, "Ann");

        // When
        ann.types("/start " + campaign.link(bot, "tokyo", "now() + interval '1 day'", 1));
        ann.presses("Go on");
        String agreed = text(ann.presses("I agree"));
        ann.presses("Yes");

        // Then
        assertThat(agreed).contains("Tokyo");
        assertThat(member(ann)).isEqualTo("Ann en tokyo Asia/Tokyo new");
        assertThat(campaign.sql(
                                bot.organisation(),
                                "select uses from join_link where organisation = $1",
                                bot.organisation().number())
                        .get(0)
                        .getInteger("uses"))
                .isEqualTo(1);
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select purpose from consent where organisation = $1 and withdrawn_at is null",
                        bot.organisation().number()))
                .hasSize(1);
    }

    @Test
    void who_says_no_leaves_nothing_behind() {
        // Given
        Volunteer bo = campaign.volunteer(bot, "Bo");
        bo.types("/start");
        bo.presses("Go on");

        // When
        String said = text(bo.presses("No, thanks"));

        // Then
        assertThat(said).contains("I kept nothing");
        for (String table : List.of("chat", "run", "answer", "member", "consent")) {
            assertThat(campaign.sql(
                            bot.organisation(),
                            "select 1 from " + table + " where organisation = $1",
                            bot.organisation().number()))
                    .as(table)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "j_aaaaaaaaaaaaaaaaaaaa",
                "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj",
                "'; drop table member; --"
            })
    void an_unknown_link_is_said_and_joining_goes_on(String payload) {
        // Given
        Volunteer bo = campaign.volunteer(bot, "Bo");

        // When
        String said = text(bo.types("/start " + payload));
        if (!said.contains("Hello")) {
            said += text(bo.reads());
        }

        // Then
        assertThat(said).contains("I don't know that link");
        bo.presses("Go on");
    }

    @Test
    void a_link_that_is_over_is_said_and_joining_goes_on_without_its_branch() {
        // Given
        Volunteer late = campaign.volunteer(bot, "Late");
        Volunteer third = campaign.volunteer(bot, "Third");

        // When
        String expired = text(late.types("/start " + campaign.link(bot, "tokyo", "now() - interval '1 day'", null)));
        String usedUp = text(third.types("/start " + campaign.link(bot, "tokyo", "now() + interval '1 day'", 0)));

        // Then
        assertThat(expired).contains("no longer works");
        assertThat(usedUp).contains("no longer works");
        late.presses("Go on");
        assertThat(text(late.presses("I agree"))).doesNotContain("Tokyo branch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_*[<b>&\"'", "=cmd|'/c calc'!A1", "\u202Eevil\u200B", "\uD83D\uDE00"})
    void a_name_is_only_a_name(String name) {
        // When
        Volunteer strange = campaign.member(bot, name);

        // Then
        assertThat(member(strange)).contains("tokyo");
        assertThat(text(strange.types("/me"))).contains("Tokyo");
    }

    @Test
    void a_name_of_256_letters_is_cut() {
        // When
        Volunteer longest = campaign.member(bot, "x".repeat(256));

        // Then
        assertThat(member(longest)).startsWith("x".repeat(64) + " ");
    }

    @Test
    void the_captain_hears_of_a_newcomer_and_says_whether_they_know_them() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");

        // When
        Volunteer ann = campaign.member(bot, "Ann");

        // Then
        assertThat(text(maria.reads())).contains("Ann joined Tokyo.");
        maria.presses("I know them");
        assertThat(member(ann)).endsWith("known");
    }

    @Test
    void who_is_made_captain_hears_of_the_next_newcomer() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        Volunteer cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);

        // When
        cora.types("/captain " + maria.chat());
        campaign.member(bot, "Ann");

        // Then
        assertThat(text(maria.reads())).contains("Ann joined Tokyo.");
    }

    @Test
    void who_is_captain_no_longer_hears_of_no_newcomer() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        Volunteer cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        cora.types("/captain " + maria.chat());

        // When
        cora.presses("Take that back");
        campaign.member(bot, "Bo");

        // Then
        assertThat(text(cora.reads())).contains("Bo joined Tokyo.");
    }

    @Test
    void a_button_of_somebody_without_a_role_changes_nothing() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");
        Volunteer bo = campaign.member(bot, "Bo");

        // When
        bo.types("/know " + ann.chat());

        // Then
        assertThat(member(ann)).endsWith("new");
    }

    @Test
    void stop_withdraws_everything_and_start_asks_again() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");

        // When
        String said = text(ann.types("stop"));

        // Then
        assertThat(said).contains("You won't hear from me");
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from consent where organisation = $1 and withdrawn_at is null",
                        bot.organisation().number()))
                .isEmpty();
        ann.types("/start");
        ann.presses("Go on");
        ann.presses("I agree");
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from member where organisation = $1 and stopped_at is null",
                        bot.organisation().number()))
                .hasSize(1);
    }

    private String member(Volunteer volunteer) {
        Row row = campaign.sql(bot.organisation(), """
                        select m.name || ' ' || m.language || ' ' || coalesce(b.key, '-') || ' ' || coalesce(m.timezone, '-')
                          || ' ' || m.standing
                        from member m left join branch b on b.organisation = m.organisation and b.id = m.branch
                        where m.organisation = $1 and m.telegram_user = $2
                        """, bot.organisation().number(), volunteer.chat())
                .get(0);
        return row.getString(0);
    }
}
