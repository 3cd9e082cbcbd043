package org.branchline.campaign.event.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.branchline.campaign.event.EventCase;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** A host who needs more people asks those who are free, once in a week, until the shift is full. */
@QuarkusTest
@TestProfile(Recorded.class)
class AskingForMoreIT extends EventCase {

    private void free(String... names) {
        for (String name : names) {
            rows("""
                    insert into attribute (organisation, member, attribute, value, run, set_at)
                    select $1, m.id, 'availability', 'varies', (select max(r.id) from run r where r.organisation = $1), now()
                    from member m where m.organisation = $1 and m.name = $2
                    """, name);
        }
    }

    @Test
    void only_those_who_are_free_are_asked_and_each_once_in_a_week() {
        // Given
        Volunteer cy = campaign.member(bot, "Cy");
        free("Ann", "Bo");
        long first = shift(3, Duration.ofHours(5));
        long second = shift(3, Duration.ofHours(6));
        bo.orders("shift", first + ".s");

        // When
        String sure = text(cora.orders("fill", "" + first));
        String asked = text(cora.presses("Ask them"));
        work();
        cora.orders("fill", first + ".s");
        String again = text(cora.orders("fill", "" + second));
        work();

        // Then
        assertThat(sure).contains("2 more places are free. One person is free at that hour");
        assertThat(asked).contains("✓ I ask 1 person, and stop when it is full.");
        assertThat(seen(ann)).containsOnlyOnce("Ann, Cora needs 2 more people: Phone bank,");
        assertThat(seen(cy)).doesNotContain("Cora needs");
        assertThat(seen(bo)).doesNotContain("Cora needs 2");
        assertThat(again).contains("One person is free at that hour");
    }

    @Test
    void one_press_below_the_call_takes_a_place() {
        // Given
        free("Ann");
        long shift = shift(3, Duration.ofHours(5));
        cora.orders("fill", shift + ".s");
        work();

        // When
        String held = text(ann.presses("I'll come"));

        // Then
        assertThat(held).contains("✓ You have a place.");
        assertThat(standing(ann, shift)).isEqualTo("held");
    }

    @Test
    void nobody_is_asked_any_more_once_it_is_full() {
        // Given
        free("Ann", "Bo");
        long shift = shift(1, Duration.ofHours(5));
        cora.orders("fill", shift + ".s");
        work();
        ends();
        rows("update broadcast set state = 'going', done_at = null where organisation = $1 and origin like 'shift:%'");

        // When
        campaign.member(bot, "Cy").orders("shift", shift + ".s");
        work();

        // Then
        assertThat(rows("select state from broadcast where organisation = $1 and origin like 'shift:%'"))
                .extracting(row -> row.getString("state"))
                .containsExactly("cancelled");
    }

    /** The call is over by itself, so that nothing but a test changes it any more. */
    private void ends() {
        TestCampaign.patiently("the call ends")
                .until(() -> rows("select 1 from broadcast where organisation = $1 and counts is null")
                        .isEmpty());
    }

    @Test
    void nobody_but_who_sees_to_it_can_ask() {
        // Given
        free("Ann");
        long shift = shift(3, Duration.ofHours(5));

        // When
        List<String> refused =
                List.of(text(bo.orders("fill", shift + ".s")), text(cora.orders("fill", (shift + 1_000) + ".s")));

        // Then
        assertThat(refused).allMatch(said -> said.contains("I can't find that shift"));
        assertThat(rows("select 1 from job where organisation = $1 and kind = 'shift.call'"))
                .isEmpty();
    }
}
