package org.branchline.campaign.branch.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A captain asks a member to be their buddy, or to take the branch over; nothing happens without a yes. */
@QuarkusTest
@TestProfile(Recorded.class)
class AskingIT {

    @Inject
    TestCampaign campaign;

    private Bot bot;
    private Volunteer ann;
    private Volunteer bo;
    private Volunteer maria;
    private long tokyo;

    @BeforeEach
    void mariaLooksAfterTokyo() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
        bo = campaign.member(bot, "Bo");
        maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        tokyo = branch("tokyo");
    }

    private long branch(String key) {
        return campaign.rows(bot, "select id from branch where organisation = $1 and key = $2", key)
                .get(0)
                .getLong("id");
    }

    private List<String> holding(String role) {
        return campaign.rows(bot, """
                        select m.name from member_role r join member m on m.organisation = $1 and m.id = r.member
                        where r.organisation = $1 and r.role = $2 order by m.name""", role).stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    private void hears(Volunteer who, String what) {
        StringBuilder heard = new StringBuilder();
        Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(() -> {
            heard.append(text(who.reads()));
            return heard.toString().contains(what);
        });
    }

    private String about(String deed, Volunteer who) {
        return deed + tokyo + "@" + who.chat();
    }

    @Test
    void a_buddy_may_answer_the_check_in_only_after_their_yes() {
        // Given
        maria.types("/buddy " + about("a", ann));
        hears(ann, "Maria asks whether you would step in for Tokyo");
        assertThat(holding("buddy")).isEmpty();

        // When
        String thanks = text(ann.presses("Yes, gladly"));
        String again = text(ann.types("/buddy " + about("y", maria)));

        // Then
        assertThat(thanks).contains("Thank you, Ann! You step in for Tokyo now.");
        assertThat(again).contains("That is no longer open.");
        assertThat(holding("buddy")).containsExactly("Ann");
        assertThat(text(ann.types("/branch"))).contains("Tokyo, the last 7 days:");
        hears(maria, "Ann said yes and steps in for Tokyo");
    }

    @Test
    void whoever_was_asked_is_left_in_peace_for_a_week() {
        // Given
        maria.types("/buddy " + about("a", ann));
        hears(ann, "Maria asks");
        ann.presses("Rather not");

        // When
        String again = text(maria.types("/buddy " + about("a", ann)));

        // Then
        assertThat(again).contains("I asked Ann only lately");
        assertThat(holding("buddy")).isEmpty();
    }

    @Test
    void only_the_newest_question_is_open() {
        // Given
        maria.types("/buddy " + about("a", ann));
        maria.types("/buddy " + about("a", bo));
        hears(ann, "Maria asks");
        hears(bo, "Maria asks");

        // When
        String first = text(ann.presses("Yes, gladly"));
        bo.presses("Yes, gladly");

        // Then
        assertThat(first).contains("That is no longer open.");
        assertThat(holding("buddy")).containsExactly("Bo");
    }

    @Test
    void what_is_taken_back_is_answered_no_more() {
        // Given
        maria.types("/handover " + about("a", ann));
        hears(ann, "Maria asks");
        maria.presses("Take that back");

        // When
        String said = text(ann.presses("Yes, I will"));

        // Then
        assertThat(said).contains("That is no longer open.");
        assertThat(holding("captain")).containsExactly("Maria");
    }

    @Test
    void forged_buttons_do_nothing() {
        // Given
        Volunteer petra = campaign.member(bot, "Petra");
        campaign.rows(
                bot,
                "update member set branch = $3 where organisation = $1 and telegram_user = $2",
                petra.chat(),
                branch("paris"));

        // When
        List<String> said = Stream.of(
                        ann.types("/buddy " + about("a", bo)),
                        ann.types("/buddy c" + tokyo + ".0"),
                        ann.types("/handover " + about("a", bo)),
                        ann.types("/handover " + about("y", maria)),
                        ann.types("/buddy " + about("y", maria)),
                        ann.types("/buddy x" + tokyo),
                        maria.types("/buddy " + about("a", petra)),
                        maria.types("/buddy c" + branch("paris") + ".0"),
                        maria.types("/handover " + about("a", petra)),
                        maria.types("/handover zzz"))
                .map(Volunteer::text)
                .toList();

        // Then
        assertThat(said).allSatisfy(one -> assertThat(one).endsWith("That is no longer open.\n"));
        assertThat(holding("buddy")).isEmpty();
        assertThat(holding("captain")).containsExactly("Maria");
        assertThat(campaign.rows(bot, "select 1 from appointment where organisation = $1"))
                .isEmpty();
    }

    @Test
    void handing_over_moves_the_role_at_once_and_is_audited() {
        // Given
        campaign.grant(ann, "buddy", "tokyo");
        Volunteer cora = campaign.member(bot, "Cora");
        campaign.grant(cora, "coordinator", null);
        maria.types("/handover " + about("a", ann));
        hears(ann, "Maria asks whether you would look after Tokyo in their place.");

        // When
        ann.presses("Yes, I will");

        // Then
        assertThat(holding("captain")).containsExactly("Ann");
        assertThat(holding("buddy")).isEmpty();
        assertThat(campaign.rows(bot, "select distinct what from audit where organisation = $1"))
                .extracting(row -> row.getString("what"))
                .contains(
                        "asked for handover", "took the role captain", "took the role buddy", "gave the role captain");
        hears(maria, "Ann said yes and looks after Tokyo now.");
        hears(cora, "Ann looks after Tokyo now: it was handed over to them.");
    }

    @Test
    void who_is_captain_no_longer_hands_nothing_over() {
        // Given
        maria.types("/handover " + about("a", ann));
        hears(ann, "Maria asks");
        campaign.rows(bot, "delete from member_role where organisation = $1");

        // When
        String said = text(ann.presses("Yes, I will"));

        // Then
        assertThat(said).contains("That is no longer open.");
        assertThat(holding("captain")).isEmpty();
    }

    @Test
    void of_two_who_say_yes_in_the_same_moment_one_is_buddy() {
        // Given
        Volunteer mona = campaign.member(bot, "Mona");
        campaign.grant(mona, "captain", "tokyo");
        maria.types("/buddy " + about("a", ann));
        mona.types("/buddy " + about("a", bo));
        hears(ann, "Maria asks");
        hears(bo, "Mona asks");

        // When
        TestCampaign.now(Uni.join()
                .all(
                        Uni.createFrom()
                                .voidItem()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(() -> ann.types("/buddy " + about("y", maria))),
                        Uni.createFrom()
                                .voidItem()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(() -> bo.types("/buddy " + about("y", mona))))
                .andFailFast());

        // Then
        assertThat(holding("buddy")).hasSize(1);
    }

    @Test
    void names_come_a_page_at_a_time() {
        // Given
        for (int i = 0; i < 7; i++) {
            campaign.member(bot, "Zoe " + i);
        }
        maria.catchesUp();

        // When
        maria.types("/buddy c" + tokyo);
        maria.presses("▶");
        maria.presses("Zoe 6");

        // Then
        assertThat(campaign.rows(bot, """
                        select 1 from appointment a join member m on m.organisation = $1 and m.id = a.member
                        where a.organisation = $1 and m.name = 'Zoe 6' and a.duty = 'buddy' and a.answered_at is null""")).hasSize(1);
    }

    @Test
    void a_message_to_the_own_branch_begins_with_its_members_chosen() {
        // Given
        maria.types("/branch");

        // When
        String asked = text(maria.presses("Write to Tokyo"));
        String foreign = text(maria.types("/broadcast b" + branch("paris")));

        // Then
        assertThat(asked).contains("It goes to 3 people: Tokyo.", "Now write the message here");
        assertThat(foreign).contains("Who shall get it?").doesNotContain("Paris");
    }
}
