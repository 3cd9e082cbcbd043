package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.privacy.Retention;
import org.junit.jupiter.api.Test;

/** A deadline that is moved or called off, and who hears of that. */
@QuarkusTest
@TestProfile(Recorded.class)
class CalledOffIT extends DeadlineCase {

    @Inject
    Retention retention;

    @Test
    void whoever_was_told_hears_once_that_it_was_moved_and_in_no_message_of_its_own_that_it_was_called_off() {
        // Given
        set("Sign up", in(5).toString());
        time.days(4);
        cora.types("/deadline");
        cora.presses("Sign up");

        // When
        cora.presses("Move it");
        cora.types(in(20).toString());
        String moved = text(cora.presses("Move it"));
        time.days(1);
        String told = seen(ann);
        cora.presses("See how it goes");
        cora.presses("Call it off");
        String off = text(cora.presses("Call it off"));
        int before = got(ann);
        time.days(15);

        // Then
        assertThat(moved).contains("✓ Moved: Sign up");
        assertThat(told).containsOnlyOnce("this is due at another time now").contains("Sign up");
        assertThat(off).contains("✓ Called off: Sign up");
        assertThat(got(ann)).isEqualTo(before);
        assertThat(text(ann.types("/tasks"))).contains("Nothing is open");
    }

    @Test
    void why_somebody_cannot_is_kept_no_longer_once_it_is_off() {
        // Given
        set("Sign up", in(5).toString());
        time.days(4);
        ann.presses("Can't");
        ann.types("My exam is that day.");
        boolean kept = !rows("select 1 from deadline_answer where organisation = $1 and ciphertext is not null")
                .isEmpty();

        // When
        callOff();

        // Then
        assertThat(kept).isTrue();
        assertThat(rows("select 1 from deadline_answer where organisation = $1 and ciphertext is not null"))
                .isEmpty();
    }

    @Test
    void whoever_heard_of_it_and_has_not_answered_hears_once_that_it_is_off() {
        // Given
        set("Sign up", in(9).toString());
        time.days(3);
        ann.presses("Done");
        Volunteer dora = campaign.member(bot, "Dora");
        callOff();
        set("Another thing", in(1).toString());

        // When
        time.days(2);
        set("A third thing", in(1).toString());
        time.days(2);

        // Then
        assertThat(seen(bo))
                .containsOnlyOnce("“Sign up” is off, nothing to do any more.")
                .contains("Another thing");
        assertThat(seen(ann)).contains("Another thing").doesNotContain("is off");
        assertThat(seen(dora)).contains("Another thing").doesNotContain("is off");
        assertThat(got(bo)).isEqualTo(got(ann));
    }

    @Test
    void who_heard_of_it_long_ago_is_not_forgotten_while_it_is_open() {
        // Given
        set("Sign up", in(9).toString());
        time.days(3);
        rows("update broadcast set state = 'done', counts = '{}' where organisation = $1");
        rows("update outbox set done_at = done_at - interval '8 days' where organisation = $1 and done_at is not null");

        // When
        TestCampaign.now(retention.sweep(bot.organisation()));
        boolean swept = rows("select 1 from outbox where organisation = $1 and member is not null")
                .isEmpty();
        callOff();

        // Then
        assertThat(swept).isTrue();
        assertThat(rows("""
                        select m.name from outbox o join member m on m.organisation = $1 and m.id = o.member
                        join broadcast b on b.organisation = $1 and b.content = o.content and b.origin like '%:off'
                        where o.organisation = $1 order by m.name
                        """)).extracting(row -> row.getString("name")).containsExactly("Ann", "Bo", "Cora");
    }

    private void callOff() {
        cora.types("/deadline");
        cora.presses("Sign up");
        cora.presses("Call it off");
        cora.presses("Call it off");
        time.work();
    }
}
