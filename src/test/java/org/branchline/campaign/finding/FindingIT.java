package org.branchline.campaign.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class FindingIT {

    @Inject
    TestCampaign campaign;

    private Bot bot;
    private Volunteer cora;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
    }

    @Test
    void skill_then_language_then_time_lists_names_with_branch_and_local_time() {
        // Given
        can(campaign.member(bot, "Ann"), "calls,posts", "en,fr", "weekday_evening,weekend_daytime");
        can(campaign.member(bot, "Bo"), "calls", "en", "weekday_evening");
        can(campaign.member(bot, "Cleo"), "calls", "fr", "varies");
        can(campaign.member(bot, "Dan"), "calls", "fr", "weekend_daytime");

        // When
        String skill = last(cora.types("/find"));
        String language = last(cora.presses("Phone voters"));
        String time = last(cora.presses("French"));
        List<Outgoing> found = cora.presses("Weekdays, evening");

        // Then
        assertThat(skill).isEqualTo("What can they do?\n");
        assertThat(language).isEqualTo("Phone voters\nIn which language?\n");
        assertThat(time).isEqualTo("Phone voters · French\nWhen are they free, where they are?\n");
        assertThat(found).singleElement().isInstanceOf(Outgoing.Edit.class);
        assertThat(last(found))
                .matches("Phone voters · French · Weekdays, evening\n2 people:\n"
                        + "Ann, Tokyo, \\d\\d:\\d\\d\nCleo, Tokyo, \\d\\d:\\d\\d\n");
    }

    @Test
    void every_look_is_in_the_audit() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");

        // When
        cora.types("/find -.-.-");

        // Then
        List<Row> looks = campaign.sql(
                bot.organisation(),
                "select who, subjects from audit where organisation = $1 and what = 'looked for people'",
                bot.organisation().number());
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.getString("who")).isEqualTo("member " + id(cora));
            assertThat(look.getArrayOfStrings("subjects")).containsExactly("member " + id(ann));
        });
    }

    @Test
    void eight_are_shown_and_more_follow() {
        // Given
        for (int i = 1; i <= 9; i++) {
            campaign.member(bot, "N" + i);
        }

        // When
        String first = last(cora.types("/find -.-.-"));
        String second = last(cora.presses("More"));

        // Then
        assertThat(first).contains("9 people:", "N1,", "N8,").doesNotContain("N9,");
        assertThat(second).contains("9 people:", "N9,").doesNotContain("N8,");
    }

    @Test
    void somebody_who_looks_after_a_branch_finds_nobody_elsewhere() {
        // Given
        Volunteer petra = campaign.member(bot, "Petra");
        campaign.grant(petra, "captain", "paris");
        move(campaign.member(bot, "Bo"), "paris");
        campaign.member(bot, "Ann");

        // When
        String found = text(petra.types("/find -.-.-"));

        // Then
        assertThat(found).contains("One person:", "Bo, Paris").doesNotContain("Ann", "Cora");
    }

    @Test
    void a_member_finds_nobody() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");

        // When
        String said = text(ann.types("/find -.-.-")) + text(ann.types("/askfirst -.-.-"));

        // Then
        assertThat(said).contains("That is for those who run the campaign.").doesNotContain("Cora");
    }

    @Test
    void who_wants_to_be_asked_first_is_named_after_their_yes() {
        // Given
        Volunteer ann = reserved("Ann");
        can(ann, "calls", "en", "varies");

        // When
        String before = last(cora.types("/find calls.-.-"));
        String asking = last(cora.presses("Ask them"));
        String question = text(ann.reads());
        String thanks = text(ann.presses("Yes, introduce me"));
        String heard = last(cora.reads());
        String after = last(cora.types("/find calls.-.-"));

        // Then
        assertThat(before)
                .contains("Nobody I may name yet.", "One more person would like to be asked first.")
                .doesNotContain("Ann");
        assertThat(asking).contains("I've asked one person.").doesNotContain("Ann", "more person");
        assertThat(question).contains("Cora is looking for somebody: Phone voters. May I say your name?");
        assertThat(thanks).contains("Cora knows your name now.");
        assertThat(heard).contains("Somebody said yes: Ann, Tokyo, ");
        assertThat(after).contains("One person:", "Ann, Tokyo");
    }

    @Test
    void who_says_not_now_is_neither_named_nor_asked_again() {
        // Given
        Volunteer ann = reserved("Ann");
        cora.types("/find -.-.-");
        cora.presses("Ask them");
        ann.reads();

        // When
        String said = text(ann.presses("Not now"));
        String after = last(cora.types("/find -.-.-"));

        // Then
        assertThat(said).contains("All right, nobody hears of it.");
        assertThat(after).contains("Nobody I may name yet.").doesNotContain("Ann", "asked first");
    }

    @Test
    void a_yes_is_heard_only_by_whoever_asked_and_may_still_know() {
        // Given
        Volunteer ann = reserved("Ann");
        Volunteer bo = campaign.member(bot, "Bo");
        cora.types("/find -.-.-");
        cora.presses("Ask them");
        ann.reads();

        // When
        String forged = text(ann.types("/introduce " + bo.chat())) + text(ann.types("/introduce x"));
        campaign.sql(
                bot.organisation(),
                "delete from member_role where organisation = $1",
                bot.organisation().number());
        String late = text(ann.presses("Yes, introduce me"));

        // Then
        assertThat(forged).contains("This question is over.").doesNotContain("knows");
        assertThat(late).contains("This question is over.");
    }

    @Test
    void quiet_is_not_disturbed() {
        // Given
        Volunteer ann = reserved("Ann");
        ann.types("/quiet month");

        // When
        String found = last(cora.types("/find -.-.-"));

        // Then
        assertThat(found).doesNotContain("Ann", "asked first");
    }

    /** Before it may stand who joined meanwhile. */
    private static String last(List<Outgoing> messages) {
        return text(messages.subList(messages.size() - 1, messages.size()));
    }

    private Volunteer reserved(String name) {
        Volunteer volunteer = campaign.member(bot, name);
        volunteer.types("/me");
        volunteer.presses("Ask me first");
        return volunteer;
    }

    private void can(Volunteer volunteer, String skills, String languages, String times) {
        campaign.sql(bot.organisation(), """
                insert into attribute (organisation, member, attribute, value, run, set_at)
                select $1, m.id, a.attribute, a.value, (select max(r.id) from run r where r.organisation = $1), now()
                from member m, (values ('skills', $3), ('languages', $4), ('availability', $5)) a (attribute, value)
                where m.organisation = $1 and m.telegram_user = $2
                """, bot.organisation().number(), volunteer.chat(), skills, languages, times);
    }

    private void move(Volunteer volunteer, String branch) {
        campaign.sql(
                bot.organisation(),
                "update member set branch = (select id from branch where organisation = $1 and key = $3) "
                        + "where organisation = $1 and telegram_user = $2",
                bot.organisation().number(),
                volunteer.chat(),
                branch);
    }

    private long id(Volunteer volunteer) {
        return campaign.sql(
                        bot.organisation(),
                        "select id from member where organisation = $1 and telegram_user = $2",
                        bot.organisation().number(),
                        volunteer.chat())
                .get(0)
                .getLong("id");
    }
}
