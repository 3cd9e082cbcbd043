package org.branchline.campaign.event.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.branchline.campaign.event.EventCase;
import org.branchline.campaign.event.ShiftText;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** The script of a phone bank, which those who have a place read and nobody answers. */
@QuarkusTest
@TestProfile(Recorded.class)
class ScriptIT extends EventCase {

    @Test
    void whoever_has_a_place_reads_all_of_it_and_no_run_begins() {
        // Given
        long shift = scripted("skills-audit");
        ann.orders("shift", shift + ".s");
        int runs = rows("select 1 from run where organisation = $1").size();

        // When
        String script = text(ann.presses("Script"));

        // Then
        assertThat(script)
                .startsWith("Skills audit\n\nWhat would you like to do? Choose up to three.\n· Phone voters\n")
                .contains("↳ Have you phoned voters before?\n· Many times\n· Once or twice\n· Not yet")
                .contains("↳ Would you sit beside someone new for their first calls?\n· Yes\n· No");
        assertThat(rows("select 1 from run where organisation = $1")).hasSize(runs);
    }

    @Test
    void it_is_at_hand_the_day_before_the_hour_before_and_when_it_begins() {
        // Given
        long shift = scripted("skills-audit");
        ann.orders("shift", shift + ".s");

        // When
        passes(Duration.ofDays(2).plusHours(1));
        Outgoing day = newest(ann);
        passes(Duration.ofHours(22).plusMinutes(30));
        Outgoing hour = newest(ann);
        passes(Duration.ofMinutes(31));
        Outgoing begins = newest(ann);

        // Then
        assertThat(List.of(day, hour, begins)).allMatch(ScriptIT::offersTheScript);
        assertThat(text(List.of(begins))).contains("it begins now.");
        assertThat(text(ann.presses("Script"))).contains("Skills audit");
        assertThat(text(ann.presses("No answer"))).contains("1 call");
    }

    @Test
    void it_reads_in_the_language_of_whoever_reads_it() {
        // Given
        long shift = scripted("skills-audit");
        ann.orders("shift", shift + ".s");
        rows("update member set language = 'da' where organisation = $1 and name = 'Ann'");

        // When
        String script = text(ann.orders(ShiftText.SCRIPT, "" + shift));

        // Then
        assertThat(script).contains("Hvad har du lyst til? Vælg op til tre.\n· Ringe til vælgere");
    }

    @Test
    void nobody_else_reads_it_and_one_that_is_gone_is_said_so() {
        // Given
        long shift = scripted("skills-audit");
        long gone = scripted("no-such-playbook");
        ann.orders("shift", gone + ".s");

        // When
        List<String> refused = List.of(
                text(bo.orders(ShiftText.SCRIPT, "" + shift)),
                text(ann.orders(ShiftText.SCRIPT, "" + gone)),
                text(ann.orders(ShiftText.SCRIPT, (shift + 1_000) + ".999")),
                text(ann.orders(ShiftText.SCRIPT, "nonsense")));

        // Then
        assertThat(refused).allMatch(said -> said.contains("There is no script to read here."));
    }

    @Test
    void a_shift_without_one_offers_none() {
        // Given
        long shift = shift(5, Duration.ofDays(3));

        // When
        ann.orders("shift", shift + ".s");

        // Then
        assertThat(offersTheScript(newest(ann))).isFalse();
    }

    private long scripted(String playbook) {
        long shift = shift(5, Duration.ofDays(3));
        rows("""
                update event e set script = $3 from shift s
                where s.organisation = $1 and s.id = $2 and e.organisation = $1 and e.id = s.event
                """, shift, playbook);
        return shift;
    }

    private Outgoing newest(Volunteer somebody) {
        List<Outgoing> all = gateway.to(somebody.chat());
        return all.get(all.size() - 1);
    }

    private static boolean offersTheScript(Outgoing outgoing) {
        return outgoing instanceof Outgoing.Say say
                && say.keyboard().rows().stream().flatMap(List::stream).anyMatch(button -> button.label()
                        .equals("Script"));
    }
}
