package org.branchline.campaign.branch.appointing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever comes by a captain's link becomes captain only by the press of whoever made it. */
@QuarkusTest
@TestProfile(Recorded.class)
class AppointingIT {

    @Inject
    TestCampaign campaign;

    private Bot bot;
    private Volunteer cora;

    @BeforeEach
    void coraRunsTheCampaign() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
    }

    private long branch(String key) {
        return campaign.rows(bot, "select id from branch where organisation = $1 and key = $2", key)
                .get(0)
                .getLong("id");
    }

    /** The start payload of a link of Cora's for a captain. */
    @Test
    void a_few_letters_of_its_name_find_a_branch() {
        // When
        String shown = text(cora.types("/captain par"));

        // Then
        assertThat(shown).startsWith("Paris\n").contains("Nobody looks after it yet.");
    }

    private String link(String key) {
        cora.types("/captain l" + branch(key));
        return campaign.newestLink(bot, "Cora");
    }

    private List<String> captains(String key) {
        return campaign.rows(bot, """
                        select m.name from member_role r join member m on m.organisation = $1 and m.id = r.member
                        where r.organisation = $1 and r.role = 'captain' and r.branch = $2 order by m.name""", branch(key)).stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    private int audited(String what) {
        return campaign.rows(bot, "select 1 from audit where organisation = $1 and what = $2", what)
                .size();
    }

    private void hears(Volunteer who, String what) {
        StringBuilder heard = new StringBuilder();
        Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(() -> {
            heard.append(text(who.reads()));
            return heard.toString().contains(what);
        });
    }

    @Test
    void a_newcomer_is_asked_about_once_they_have_joined_and_holds_nothing_before() {
        // Given
        String link = link("paris");
        Volunteer bo = campaign.volunteer(bot, "Bo");
        bo.types("/start " + link);
        bo.presses("Go on");
        bo.presses("I agree");
        assertThat(campaign.rows(bot, "select 1 from appointment where organisation = $1"))
                .isEmpty();

        // When
        String joined = text(bo.presses("Yes"));

        // Then
        assertThat(joined).contains("I told Cora that you came for Paris.");
        hears(cora, "Bo came by your link for Paris. Shall they be its captain?");
        assertThat(captains("paris")).isEmpty();
        cora.presses("Make captain");
        assertThat(captains("paris")).containsExactly("Bo");
        assertThat(audited("gave the role captain")).isEqualTo(1);
        hears(bo, "would like you to look after Paris, as its captain");
    }

    @Test
    void a_link_is_for_one_person_and_names_nobody() {
        // Given
        String link = link("paris");
        Volunteer bo = campaign.member(bot, "Bo");
        Volunteer ann = campaign.member(bot, "Ann");

        // When
        String first = text(bo.types("/start " + link));
        String again = text(bo.types("/start " + link));
        String second = text(ann.types("/start " + link));
        String own = text(cora.types("/start " + link));

        // Then
        assertThat(first).contains("I told Cora");
        assertThat(again).contains("I told Cora");
        assertThat(second).contains("That link no longer works.");
        assertThat(own).contains("That is your own link for Paris:");
        assertThat(campaign.rows(bot, "select 1 from appointment where organisation = $1"))
                .hasSize(1);
        assertThat(campaign.rows(bot, """
                        select 1 from join_link where organisation = $1 and purpose = 'captain' and uses = 1
                          and max_uses = 1 and expires_at - created_at = interval '14 days'""")).hasSize(1);
    }

    @Test
    void an_invitation_is_never_a_captains_link() {
        // Given
        String forCaptain = link("paris");

        // When
        cora.types("/invite paris");

        // Then
        assertThat(campaign.newestLink(bot, "Cora")).isNotEqualTo(forCaptain);
    }

    @Test
    void forged_and_repeated_presses_make_nobody_captain() {
        // Given
        String link = link("paris");
        Volunteer bo = campaign.member(bot, "Bo");
        Volunteer ann = campaign.member(bot, "Ann");
        bo.types("/start " + link);
        long paris = branch("paris");

        // When
        String byBo = text(bo.types("/appoint m" + paris + "@" + bo.chat()));
        String nobodyCame = text(cora.types("/appoint m" + paris + "@" + ann.chat()));
        String otherBranch = text(cora.types("/appoint m" + branch("tokyo") + "@" + bo.chat()));
        cora.types("/appoint n" + paris + "@" + bo.chat());
        String afterNo = text(cora.types("/appoint m" + paris + "@" + bo.chat()));

        // Then
        assertThat(List.of(byBo, nobodyCame, otherBranch, afterNo))
                .allSatisfy(said -> assertThat(said).contains("That is no longer open."));
        assertThat(captains("paris")).isEmpty();
        assertThat(captains("tokyo")).isEmpty();
    }

    @Test
    void who_may_appoint_no_longer_appoints_nobody() {
        // Given
        String link = link("paris");
        Volunteer bo = campaign.member(bot, "Bo");
        bo.types("/start " + link);
        hears(cora, "Bo came by your link");
        campaign.rows(bot, "delete from member_role where organisation = $1");

        // When
        String said = text(cora.presses("Make captain"));

        // Then
        assertThat(said).contains("That is no longer open.");
        assertThat(captains("paris")).isEmpty();
    }

    @Test
    void of_two_coordinators_the_second_sees_what_the_first_did() {
        // Given
        Volunteer carl = campaign.member(bot, "Carl");
        campaign.grant(carl, "coordinator", null);
        Volunteer bo = campaign.member(bot, "Bo");
        bo.types("/start " + link("paris"));
        carl.types("/captain l" + branch("paris"));
        bo.types("/start " + campaign.newestLink(bot, "Carl"));
        hears(cora, "Bo came by your link");
        hears(carl, "Bo came by your link");

        // When
        String first = text(cora.presses("Make captain"));
        String second = text(carl.presses("Make captain"));

        // Then
        assertThat(first).contains("✓ Bo looks after Paris now.");
        assertThat(second).contains("Bo looks after Paris already.");
        assertThat(audited("gave the role captain")).isEqualTo(1);
    }

    @Test
    void who_would_rather_not_is_captain_no_longer_and_a_second_press_does_nothing() {
        // Given
        Volunteer bo = campaign.member(bot, "Bo");
        bo.types("/start " + link("paris"));
        hears(cora, "Bo came by your link");
        cora.presses("Make captain");
        hears(bo, "would like you to look after Paris");

        // When
        String declined = text(bo.presses("I'd rather not"));
        String again = text(bo.types("/rathernot d" + branch("paris") + "@" + cora.chat()));

        // Then
        assertThat(declined).contains("That is quite all right, Bo.");
        assertThat(again).contains("That is no longer open.");
        assertThat(captains("paris")).isEmpty();
        assertThat(audited("took the role captain")).isEqualTo(1);
        hears(cora, "Bo would rather not look after Paris.");
    }

    @Test
    void stepping_down_is_asked_twice_and_stays_within_the_branches_of_whoever_asks() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        Volunteer pablo = campaign.member(bot, "Pablo");
        campaign.grant(pablo, "coordinator", "paris");
        String about = branch("tokyo") + "@" + maria.chat();

        // When
        String foreign = text(pablo.types("/captain t" + about));
        List<String> before = captains("tokyo");
        String sure = text(cora.types("/captain s" + about));
        List<String> asked = captains("tokyo");
        cora.presses("Yes, no longer");
        String again = text(cora.types("/captain t" + about));

        // Then
        assertThat(foreign).doesNotContain("Maria", "Tokyo");
        assertThat(before).containsExactly("Maria");
        assertThat(sure).contains("Shall Maria no longer look after Tokyo?");
        assertThat(asked).containsExactly("Maria");
        assertThat(captains("tokyo")).isEmpty();
        assertThat(again).contains("That is no longer open.");
        assertThat(audited("took the role captain")).isEqualTo(1);
        hears(maria, "You no longer look after Tokyo, Maria.");
    }

    @Test
    void nothing_of_it_is_left_after_forget() {
        // Given
        Volunteer bo = campaign.member(bot, "Bo");
        bo.types("/start " + link("paris"));
        hears(cora, "Bo came by your link");
        assertThat(text(bo.types("/mydata"))).contains("\"appointments\"", "\"duty\"");

        // When
        bo.types("/forget");
        bo.presses("Delete everything");

        // Then
        assertThat(campaign.rows(bot, "select 1 from appointment where organisation = $1"))
                .isEmpty();
        assertThat(text(cora.presses("Make captain"))).contains("That is no longer open.");
        assertThat(captains("paris")).isEmpty();
    }
}
