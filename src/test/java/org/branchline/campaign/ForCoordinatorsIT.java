package org.branchline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.result.AnswersFile;
import org.branchline.conversation.Button;
import org.branchline.conversation.Outgoing;
import org.branchline.database.ground.SuiteGround;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class ForCoordinatorsIT {

    private static final String HOSTILE = "=cmd|'/c calc'!A1";
    private static final Pattern PAYLOAD = Pattern.compile("\\?start=(j_[A-Za-z0-9_-]{20})\\s");

    @Inject
    TestCampaign campaign;

    private Bot bot;
    private Volunteer coordinator;
    private Volunteer captain;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        captain = campaign.member(bot, "Petra");
        coordinator = campaign.member(bot, "Cora");
        // Last, so that nobody is told about those who joined before.
        campaign.grant(coordinator, "coordinator", null);
        campaign.sql(
                bot.organisation(),
                "update member set branch = (select id from branch where organisation = $1 and key = 'paris') "
                        + "where organisation = $1 and telegram_user = $2",
                bot.organisation().number(),
                captain.chat());
        campaign.grant(captain, "captain", "paris");
    }

    @Test
    void results_count_who_joined_of_those_a_branch_says_it_has() {
        // When
        String results = text(coordinator.types("/results skills-audit"));

        // Then
        assertThat(results).contains("2 of 40 joined, 0 started, 0 finished.");
    }

    @Test
    void a_captain_sees_their_own_branch_on_screen_in_names_and_in_the_file() {
        // Given
        answered("Ann", "tokyo");
        answered("Bo", "paris");

        // When
        String screen = text(captain.types("/results skills-audit"));
        String file = text(captain.presses("Download CSV"));
        captain.types("/results skills-audit");
        String names = text(captain.presses("Who hasn't finished"));

        // Then
        assertThat(screen).contains("2 joined, 1 started, 0 finished.").contains("UK constituency (1)");
        assertThat(file).contains(",paris,").doesNotContain(",tokyo,");
        assertThat(names).contains("Petra, Paris", "Bo, Paris").doesNotContain("Ann", "Cora");
    }

    @Test
    void the_file_is_defused_audited_and_holds_nothing_special() throws Exception {
        // Given
        answered("Ann", "tokyo");
        coordinator.types("/results skills-audit");

        // When
        String file = text(coordinator.presses("Download CSV"));

        // Then
        assertThat(file)
                .contains("organisation,playbook,version,run,member,branch,question,answer,answer_text,language")
                .contains(",'" + HOSTILE + ",")
                .doesNotContain("encrypted)");
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from audit where organisation = $1 and what = 'exported answers'",
                        bot.organisation().number()))
                .hasSize(1);
        assertThat(printed())
                .contains("o" + bot.organisation() + ",skills-audit,")
                .contains(",'" + HOSTILE + ",");
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select subjects from audit where organisation = $1 and who = 'command line'",
                        bot.organisation().number()))
                .singleElement()
                .extracting(row -> row.getArrayOfStrings("subjects"))
                .isEqualTo(new String[] {"playbook skills-audit"});
    }

    @Test
    void a_member_without_a_role_sees_nothing_and_invites_nobody() {
        // Given
        Volunteer ann = campaign.member(bot, "Ann");

        // When
        List<String> said = List.of(
                text(ann.types("/results skills-audit")),
                text(ann.types("/csv skills-audit")),
                text(ann.types("/unfinished skills-audit")),
                text(ann.types("/invite")),
                text(ann.types("/revoke 1")));

        // Then
        assertThat(said).allMatch(text -> text.contains("That is for those who run the campaign"));
    }

    @Test
    void an_invitation_brings_somebody_into_the_branch_until_it_is_revoked() {
        // Given
        List<Outgoing> invitation = captain.types("/invite");
        Matcher payload = PAYLOAD.matcher(text(invitation));
        assertThat(payload.find()).isTrue();
        Volunteer ann = campaign.volunteer(bot, "Ann");
        Volunteer late = campaign.volunteer(bot, "Late");

        // When
        ann.types("/start " + payload.group(1));
        ann.presses("Go on");
        String joined = text(ann.presses("I agree"));
        captain.reads();
        String asked = text(captain.presses("Revoke this link"));
        String revoked = text(captain.presses("Revoke it"));

        // Then
        assertThat(invitation.get(0)).isInstanceOfSatisfying(Outgoing.File.class, file -> assertThat(file.picture())
                .isTrue());
        assertThat(joined).contains("Paris");
        assertThat(asked).contains("nobody can join with it any more");
        assertThat(revoked).contains("One person came by it");
        assertThat(text(late.types("/start " + payload.group(1)))).contains("no longer works");
    }

    @Test
    void a_link_that_is_kept_after_all_goes_on_working() {
        // Given
        Matcher payload = PAYLOAD.matcher(text(captain.types("/invite")));
        assertThat(payload.find()).isTrue();
        captain.presses("Revoke this link");

        // When
        String kept = text(captain.presses("Keep it"));

        // Then
        Volunteer ann = campaign.volunteer(bot, "Ann");
        assertThat(kept).contains("The link still works.");
        assertThat(text(ann.types("/start " + payload.group(1)))).contains("Hello Ann");
    }

    @Test
    void playbooks_are_called_by_their_title_in_the_reader_s_language() {
        // Given
        campaign.publish(
                bot.organisation(), "branch-week", "/workspaces/labour-international/playbooks/branch-week.yaml");
        speaks("da");

        // When
        List<Outgoing> results = coordinator.types("/results skills-audit");
        String other = text(coordinator.presses("Ugens check-in"));
        String names = text(coordinator.presses("Hvem mangler"));

        // Then
        assertThat(labels(results)).contains("Ugens check-in").doesNotContain("branch-week");
        assertThat(other).startsWith("Ugens check-in\n");
        assertThat(names).startsWith("Ugens check-in\n2 mangler:");
    }

    @Test
    void a_playbook_that_is_gone_is_no_list_of_everybody() {
        // When
        String said = text(coordinator.types("/unfinished no-such-playbook"));

        // Then
        assertThat(said).contains("/results shows what there is").doesNotContain("finished");
    }

    @Test
    void results_that_nobody_gave_yet_are_no_list_of_noughts() {
        // When
        String results = text(coordinator.types("/results skills-audit"));

        // Then
        assertThat(results).contains("0 started").doesNotContain("(0)");
    }

    @Test
    void a_link_that_nobody_came_by_says_so_in_words() {
        // Given
        String invitation = text(captain.types("/invite"));
        captain.presses("Revoke this link");

        // When
        String revoked = text(captain.presses("Revoke it"));

        // Then
        assertThat(invitation).contains("Nobody came by it so far.");
        assertThat(revoked).contains("Nobody came by it.");
    }

    @Test
    void a_name_that_no_branch_has_is_answered_with_those_there_are() {
        // When
        List<Outgoing> said = coordinator.types("/invite xyz");

        // Then
        assertThat(text(said)).startsWith("I know no branch of that name.");
        assertThat(labels(said)).contains("Tokyo", "Paris");
    }

    @Test
    void only_who_may_appoint_captains_is_told_how() {
        // When
        List<String> coordinators = List.of(text(coordinator.types("/help")), text(coordinator.types("/captain")));
        List<String> captains = List.of(text(captain.types("/help")), text(captain.types("/captain")));

        // Then
        assertThat(coordinators.get(0)).contains("/captain finds somebody");
        assertThat(coordinators.get(1)).contains("Which one needs somebody to look after it?");
        assertThat(captains.get(0)).contains("/invite").doesNotContain("/captain");
        assertThat(captains.get(1)).contains("That is for those who run the campaign");
    }

    @Test
    void nobody_is_told_to_ask_themselves() {
        // Given
        captain.types("/start");

        // When
        String people = text(captain.presses("Ask a person"));

        // Then
        assertThat(people).contains("Cora").doesNotContain("Petra");
    }

    @Test
    void a_coordinator_finds_a_branch_by_a_few_letters() {
        // When
        String invitation = text(coordinator.types("/invite tok"));

        // Then
        assertThat(invitation).contains("people join Tokyo", "?start=j_", "Vil du give");
    }

    private void speaks(String language) {
        campaign.sql(
                bot.organisation(),
                "update member set language = $3 where organisation = $1 and telegram_user = $2",
                bot.organisation().number(),
                coordinator.chat(),
                language);
    }

    private static List<String> labels(List<Outgoing> messages) {
        return messages.stream()
                .filter(Outgoing.Say.class::isInstance)
                .flatMap(message -> ((Outgoing.Say) message).keyboard().rows().stream())
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }

    /** Somebody of a branch with one answer that a spreadsheet would run. */
    private void answered(String name, String branch) {
        Volunteer volunteer = campaign.member(bot, name);
        int organisation = bot.organisation().number();
        campaign.sql(
                bot.organisation(),
                "update member set branch = (select id from branch where organisation = $1 and key = $3) "
                        + "where organisation = $1 and telegram_user = $2",
                organisation,
                volunteer.chat(),
                branch);
        long run = campaign.sql(bot.organisation(), """
                        insert into run (organisation, bot, chat, playbook, version, stage, question, started_at, touched_at)
                        select $1, $2, $3, playbook, version, 'asking', 'free', now(), now() from playbook_version
                        where organisation = $1 and playbook = 'skills-audit' returning id
                        """, organisation, bot.id(), volunteer.chat())
                .get(0)
                .getLong("id");
        campaign.sql(bot.organisation(), """
                insert into answer (organisation, run, question, answer, answer_text, value, language, special, answered_at)
                values ($1, $2, 'constituency', $3, $3, '{"words":[]}', 'en', false, now()),
                  ($1, $2, 'needs', null, null, null, 'en', true, now())
                """, organisation, run, HOSTILE);
    }

    private static String printed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Connection connection = SuiteGround.shared().connect();
                PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            assertThat(AnswersFile.print(connection, "skills-audit", print)).isTrue();
            assertThat(AnswersFile.print(connection, "no-such-playbook", print)).isFalse();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
