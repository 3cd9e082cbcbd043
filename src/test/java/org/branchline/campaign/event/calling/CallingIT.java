package org.branchline.campaign.event.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.branchline.campaign.event.EventCase;
import org.branchline.intake.Recorded;
import org.junit.jupiter.api.Test;

/** A phone bank from its beginning to what all of it came to. */
@QuarkusTest
@TestProfile(Recorded.class)
class CallingIT extends EventCase {

    @Test
    void each_press_counts_a_call_and_the_last_one_can_be_taken_back() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));

        // When
        String begins = last(ann);
        ann.presses("No answer");
        ann.presses("No answer");
        ann.presses("Supporter");
        String counted = text(ann.presses("Refused"));
        String back = text(ann.presses("Take the last one back"));

        // Then
        assertThat(begins)
                .contains(
                        "Ann, it begins now.",
                        "https://example.org/calls",
                        "Only the numbers are kept",
                        "No calls yet.");
        assertThat(counted).contains("4 calls, 2 people spoken to", "No answer 2 · Refused 1 · Supporter 1");
        assertThat(back).contains("3 calls, 1 person spoken to", "No answer 2 · Supporter 1");
    }

    @Test
    void a_shift_that_cannot_be_read_stops_no_other_that_begins_behind_it() {
        // Given
        long broken = shift(5, Duration.ofMinutes(118));
        long whole = shift(5, Duration.ofHours(2));
        ann.orders("shift", broken + ".s");
        bo.orders("shift", whole + ".s");
        rows(
                "update event e set titles = '{}' from shift s where e.organisation = $1 and s.organisation = $1"
                        + " and s.event = e.id and s.id = $2",
                broken);

        // When
        passes(Duration.ofHours(2));

        // Then
        assertThat(last(bo)).contains("Bo, it begins now.");
        assertThat(seen(cora)).contains("Cora, your shift begins.", "1. Bo");
        assertThat(seen(ann)).doesNotContain("it begins now");
    }

    @Test
    void afterwards_each_is_thanked_once_with_what_all_of_them_did_and_says_how_it_was() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");
        bo.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));
        ann.presses("Supporter");
        ann.presses("No answer");

        // When
        passes(Duration.ofMinutes(91));
        work();
        String counted = last(ann);
        String toBo = last(bo);
        bo.presses("10");
        String spoken = text(bo.presses("5"));
        String felt = text(ann.presses("Hard"));

        // Then
        assertThat(counted)
                .contains(
                        "Thank you, Ann! Phone bank is over.",
                        "Together you made 2 calls: 1 person spoken to.",
                        "How was it for you?");
        assertThat(toBo).contains("About how many calls did you make?");
        assertThat(spoken).contains("How was it for you?");
        assertThat(felt).contains("It isn't always easy.");
        assertThat(rows("select calls, contacts from shift_tally where organisation = $1 and calls is not null")
                        .get(0)
                        .toJson()
                        .toString())
                .isEqualTo("{\"calls\":10,\"contacts\":5}");
        assertThat(seen(ann)).containsOnlyOnce("Thank you, Ann!");
        assertThat(rows("select felt from shift_place where organisation = $1 and felt is not null"))
                .extracting(row -> row.getString("felt"))
                .containsExactly("hard");
    }

    @Test
    void when_people_want_a_call_back_is_counted_changed_and_taken_back() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));

        // When
        ann.orders("tally", shift + ".wt");
        String asked = text(ann.presses("Call back"));
        ann.presses("Tomorrow");
        ann.orders("tally", shift + ".we");
        ann.orders("tally", shift + ".we");
        String changed = backs();
        ann.presses("Call back");
        ann.presses("Another day");
        ann.presses("Take the last one back");
        ann.presses("Refused");
        ann.orders("tally", shift + ".wl");

        // Then
        assertThat(asked).contains("1 call, 1 person spoken to", "When shall somebody call back?");
        assertThat(changed).isEqualTo("0 later, 1 evening, 0 tomorrow, 0 another");
        assertThat(backs()).isEqualTo("0 later, 1 evening, 0 tomorrow, 0 another");
    }

    @Test
    void the_next_host_reads_how_many_want_a_call_back_and_when() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        shift(5, Duration.ofHours(26));
        rows("update event set area = 'leeds' where organisation = $1");
        ann.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));
        for (String deed : List.of("b", "we", "b", "we", "b", "wt", "b")) {
            ann.orders("tally", shift + "." + deed);
        }

        // When
        passes(Duration.ofMinutes(91));
        String thanked = last(ann);
        passes(Duration.ofHours(24).minusMinutes(91));

        // Then
        assertThat(thanked).contains("4 want a call back: 2 this evening, 1 tomorrow.");
        assertThat(seen(cora))
                .contains("Cora, your shift begins.")
                .containsPattern("Last time, .*: 4 want a call back: 2 that evening, 1 the next day\\.");
    }

    @Test
    void while_calling_somebody_is_told_more_and_the_card_goes_on_counting() {
        // Given
        called("");

        // When
        String asked = text(ann.presses("Tell somebody more"));
        String counted = text(ann.presses("No answer"));

        // Then
        assertThat(asked).contains("Cora");
        assertThat(counted).contains("2 calls, 1 person spoken to");
    }

    @Test
    void thanks_totals_and_the_first_question_of_a_chosen_debrief_are_one_message() {
        // Given
        called("skills-audit");
        int before = gateway.to(ann.chat()).size();

        // When
        passes(Duration.ofMinutes(91));
        Awaitility.await().until(() -> gateway.to(ann.chat()).size() > before);
        work();

        // Then
        assertThat(gateway.to(ann.chat())).hasSize(before + 1);
        assertThat(last(ann))
                .startsWith("Thank you, Ann! Phone bank is over.\nTogether you made 1 call: 1 person spoken to.\n\n")
                .contains("What would you like to do? Choose up to three.");
        assertThat(debriefs()).isEqualTo(1);
    }

    @Test
    void whoever_is_in_the_middle_of_something_is_asked_when_they_press() {
        // Given
        called("skills-audit");
        ann.presses("Start");
        rows("update event set debrief = 'joining-name' where organisation = $1");

        // When
        passes(Duration.ofMinutes(91));
        Awaitility.await().until(() -> seen(ann).contains("Thank you, Ann!"));
        String asked = last(ann);
        ann.presses("Say how it was");

        // Then
        assertThat(asked).endsWith("1 person spoken to.\n");
        Awaitility.await().until(() -> !rows("select 1 from run where organisation = $1 and playbook = 'joining-name'")
                .isEmpty());
        assertThat(seen(ann)).contains("Thank you. One more thing:");
    }

    @Test
    void whoever_counted_nothing_says_how_many_calls_there_were_before_the_debrief() {
        // Given
        called("skills-audit");
        rows("delete from shift_tally where organisation = $1");
        passes(Duration.ofMinutes(91));

        // When
        String asked = last(ann);
        ann.presses("10");
        ann.presses("5");
        Awaitility.await().until(() -> seen(ann).contains("Choose up to three."));

        // Then
        assertThat(asked).contains("Thank you, Ann!", "About how many calls did you make?");
        assertThat(debriefs()).isEqualTo(1);
    }

    @Test
    void where_the_debrief_is_gone_it_is_asked_how_it_was() {
        // Given
        called("no-such-playbook");

        // When
        passes(Duration.ofMinutes(91));

        // Then
        assertThat(last(ann)).contains("Thank you, Ann!", "How was it for you?");
    }

    @Test
    void only_whoever_has_a_place_counts_and_not_before_it_begins() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");

        // When
        String early = text(ann.orders("tally", shift + ".s"));
        passes(Duration.ofHours(2));
        List<String> refused = List.of(
                text(bo.orders("tally", shift + ".s")),
                text(ann.orders("tally", (shift + 1_000) + ".s")),
                text(ann.orders("tally", "nonsense")));

        // Then
        assertThat(early).contains("There is nothing to count here");
        assertThat(refused).allMatch(said -> said.contains("There is nothing to count here"));
        assertThat(rows("select 1 from shift_tally where organisation = $1")).isEmpty();
    }

    /** Ann made a call in a phone bank with a debrief. */
    private void called(String debrief) {
        long shift = shift(5, Duration.ofHours(2));
        rows("update event set debrief = $2 where organisation = $1", debrief);
        ann.orders("shift", shift + ".s");
        passes(Duration.ofHours(2));
        ann.presses("Supporter");
    }

    private int debriefs() {
        return rows("select 1 from run where organisation = $1 and playbook = 'skills-audit' and stage = 'asking'")
                .size();
    }

    private String backs() {
        io.vertx.sqlclient.Row row =
                rows("select * from shift_tally where organisation = $1").get(0);
        return row.getInteger("back_later") + " later, " + row.getInteger("back_evening") + " evening, "
                + row.getInteger("back_tomorrow") + " tomorrow, " + row.getInteger("back_another") + " another";
    }

    @Test
    void what_ended_half_a_day_ago_is_over_in_silence() {
        // Given
        long shift = shift(5, Duration.ofHours(2));
        ann.orders("shift", shift + ".s");

        // When
        passes(Duration.ofHours(16));

        // Then
        assertThat(seen(ann)).doesNotContain("Thank you, Ann!", "it begins");
    }
}
