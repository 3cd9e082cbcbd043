package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.branchline.campaign.PassingTime;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** Who cannot, told to their captains, however many they are. */
@QuarkusTest
@TestProfile(Recorded.class)
class GatheringIT extends DeadlineCase {

    @Test
    void more_than_a_page_are_told_each_once_and_each_captain_of_their_own() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        Volunteer pia = inParis();
        campaign.grant(pia, "captain", "paris");
        set("Sign up", in(5).toString());
        cannot("T", 620, "tokyo");
        cannot("P", 3, "paris");
        rows(
                "update member set timezone = $2 where organisation = $1 and name in ('Maria', 'Pia')",
                PassingTime.evening(clock.now()));

        // When
        time.round("who cannot");
        time.round("who cannot");
        time.work();

        // Then
        assertThat(seen(maria).lines().filter(line -> line.startsWith("· T")))
                .hasSize(620)
                .doesNotHaveDuplicates();
        assertThat(seen(maria)).doesNotContain("· P");
        assertThat(seen(pia))
                .containsOnlyOnce("Who can't, since I told you last:")
                .contains("· P1\n· P2\n· P3");
        assertThat(seen(pia)).doesNotContain("· T");
        assertThat(rows("select 1 from deadline_answer where organisation = $1 and told_at is null"))
                .isEmpty();
    }

    @Test
    void those_of_whom_it_is_too_early_to_tell_stand_in_nobodys_way() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        Volunteer pia = inParis();
        campaign.grant(pia, "captain", "paris");
        set("Sign up", in(5).toString());
        cannot("T", 620, "tokyo");
        cannot("P", 3, "paris");
        rows(
                "update member set timezone = $2 where organisation = $1 and name = 'Maria'",
                PassingTime.night(clock.now()));
        rows(
                "update member set timezone = $2 where organisation = $1 and name = 'Pia'",
                PassingTime.evening(clock.now()));

        // When
        time.round("who cannot");
        time.work();

        // Then
        assertThat(seen(pia)).contains("· P1\n· P2\n· P3");
        assertThat(seen(maria)).doesNotContain("Who can't");
        assertThat(rows("select 1 from deadline_answer where organisation = $1 and told_at is null"))
                .hasSize(620);
    }

    /** So many more members of a branch said that two days ago. */
    private void cannot(String name, int many, String branch) {
        rows("""
                with them as (
                  insert into member (organisation, telegram_user, name, language, branch)
                  select $1, $2::bigint + n, $3::text || n, 'en', (select id from branch where organisation = $1 and key = $5)
                  from generate_series(1, $4) n returning id)
                insert into deadline_answer (organisation, deadline, member, said, said_at)
                select $1, (select max(id) from deadline where organisation = $1), id, 'cannot', now() - interval '2 days' from them
                """, name.charAt(0) * 1_000L, name, many, branch);
    }
}
