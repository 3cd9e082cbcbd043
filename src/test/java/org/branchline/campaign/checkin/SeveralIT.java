package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.prompt.Wanted;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** Two check-ins beside each other. */
@QuarkusTest
@TestProfile(Recorded.class)
class SeveralIT extends CheckInCase {

    @Test
    void the_nudges_button_opens_the_check_in_that_it_is_about() {
        // Given
        Audience captains = Audience.read("{\"role\": \"captain\"}").of(read -> read, problems -> Audience.EVERYONE);
        long second =
                begun(new Wanted(PLAYBOOK, captains, "", rule("FREQ=WEEKLY", sunday.minusWeeks(5)), Wanted.LATE, true));
        sunday(0);
        rows("update run set stage = 'finished', completed_at = now() where organisation = $1 and id in ("
                + "select run from prompt_asked where organisation = $1 and prompt < " + second + ")");
        rows("update run set stage = 'left' where organisation = $1 and stage in ('asking', 'waiting')");
        rows("update chat set front = null where organisation = $1");
        rung(0, Rung.NUDGE);

        // When
        String asked = text(maria.presses("Answer"));
        maria.presses("Quiet week");

        // Then
        assertThat(times(maria, "is still open")).isEqualTo(1);
        assertThat(asked).contains(FIRST);
        assertThat(rows("""
                select 1 from prompt_asked a join run r on r.organisation = $1 and r.id = a.run
                where a.organisation = $1 and a.prompt = $2 and r.completed_at is not null
                """, second)).hasSize(1);
    }

    @Test
    void nobody_is_noted_as_away_whom_it_would_not_have_asked() {
        // Given
        Volunteer pia = livesIn("Pia", TOKYO);
        campaign.grant(pia, "buddy", "paris");
        for (String name : new String[] {"Pia", "Maria"}) {
            rows(
                    "insert into check_in_choice (organisation, member, since, away_until) values ($1, $2, $3, $4)",
                    number(name),
                    sunday.toLocalDate(),
                    sunday.toLocalDate().plusDays(20));
        }

        // When
        sunday(0);

        // Then
        assertThat(rows("select member from prompt_asked where organisation = $1 and excused = 'away'"))
                .extracting(row -> row.getLong("member"))
                .containsExactly(number("Maria"));
    }
}
