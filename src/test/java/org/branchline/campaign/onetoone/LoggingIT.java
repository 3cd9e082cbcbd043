package org.branchline.campaign.onetoone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.conversation.Button;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.junit.jupiter.api.Test;

/** What a member keeps of whom they met, and who else reaches it: nobody. */
@QuarkusTest
@TestProfile(Recorded.class)
class LoggingIT extends OneToOneCase {

    @Test
    void nobody_reaches_anothers_by_a_forged_press_not_even_a_coordinator() {
        // Given
        long jo = met("Xanthippe");
        ann.types("Could speak to her choir");
        campaign.grant(bo, "coordinator", null);
        List<String> before = kept();

        for (String deed : List.of(
                "o", "c", "p", "w", "d20000", "a", "n", "u", "f", "t20000", "b", "k", "y", "m", "x", "z", "q")) {
            // When
            String answer = text(bo.orders("met", jo + "." + deed));

            // Then
            assertThat(answer).as(deed).contains("not there any more").doesNotContain("Xanthippe");
        }
        bo.types("Somebody else");
        assertThat(text(bo.orders("met", jo + ".l"))).contains("No one-to-one yet");
        assertThat(kept()).isEqualTo(before);
        assertThat(text(bo.types("/branch Tokyo"))).contains("· one one-to-one").doesNotContain("Xanthippe", "choir");
        assertThat(seen(bo)).doesNotContain("Xanthippe", "choir");
    }

    @Test
    void one_that_was_damaged_is_said_to_be_so_and_all_others_are_read() {
        // Given
        long jo = met("Jo");
        ann.types("Wants to help");
        met("Kim");
        damage();

        // When
        ann.types("/met");
        String kim = text(ann.presses("Kim · "));
        String card = text(ann.orders("met", jo + ".o"));
        String mine = text(ann.types("/mydata"));
        ann.orders("met", jo + ".p");
        String anew = text(ann.types("Jo again"));

        // Then
        assertThat(kim).contains("Kim", "Met on");
        assertThat(card)
                .contains("somebody (damaged note)", "I can't read any more what you wrote here", "Met on")
                .doesNotContain("Jo");
        assertThat(mine).contains("\"readable\" : false", "\"who\" : \"Kim\"");
        assertThat(anew).contains("Jo again", "Met on").doesNotContain("I can't read");
    }

    @Test
    void what_is_only_begun_is_not_logged_and_can_be_left() {
        // When
        ann.types("/met Jo");
        String list = text(ann.types("/met"));
        ann.types("Kim");
        String left = text(ann.presses("Don't log it"));

        // Then
        assertThat(list).contains("No one-to-one yet").doesNotContain("Jo");
        assertThat(left).contains("not logged");
        assertThat(kept()).isEmpty();
    }

    @Test
    void it_can_be_cancelled_at_any_step_and_what_is_logged_stays() {
        // When
        ann.types("/met Jo");
        String before = text(ann.types("/cancel"));
        met("Kim");
        String after = text(ann.types("/cancel"));
        ann.types("Not a note");
        ann.types("/met");

        // Then
        assertThat(before + after).contains("What is logged stays.");
        assertThat(kept()).hasSize(1);
        assertThat(text(ann.presses("Kim"))).contains("Kim", "Met on").doesNotContain("Not a note");
    }

    @Test
    void who_it_was_is_asked_again_where_it_cannot_be_read_or_is_too_long() {
        // Given
        ann.types("/met");

        // Then
        for (String typed : List.of("x".repeat(101), "\u202E\u200B\u0000", "🌱".repeat(2_000))) {
            assertThat(text(ann.types(typed))).contains("at most 100 letters");
        }
        assertThat(text(ann.types("=cmd|'/c calc'!A1 {who} <b>&\"'\n" + "🌱".repeat(60))))
                .contains("When did you meet =cmd|'/c calc'!A1 {who} <b>&\"' 🌱");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void what_is_typed_after_something_else_is_no_name() {
        // Given
        ann.types("/met");
        ann.types("/tasks");

        // When
        ann.types("When is the next meeting?");

        // Then
        assertThat(kept()).isEmpty();
    }

    @Test
    void who_it_was_is_no_answer_to_a_question_that_is_open_also_where_it_is_asked_in_an_earlier_message() {
        // Given
        ann.types("/met");
        ann.types("/start");
        String question = text(ann.presses("Skills audit"));
        int answers = rows("select 1 from answer where organisation = $1").size();

        // When
        ann.presses("Set a goal");
        ann.presses("No goal");
        String answer = text(ann.types("Jo"));

        // Then
        assertThat(question).contains("1 of");
        assertThat(answer).contains("When did you meet Jo?");
        assertThat(rows("select 1 from answer where organisation = $1")).hasSize(answers);
    }

    @Test
    void name_day_and_note_can_be_changed_and_all_of_it_deleted() {
        // Given
        long jo = met("Jo");
        ann.presses("No note");
        ann.presses("No, don't");

        // When
        ann.orders("met", jo + ".p");
        ann.types("Jo from the choir");
        ann.orders("met", jo + ".n");
        ann.types("Sings alto");
        ann.orders("met", jo + ".w");
        ann.presses("Another day");
        String changed = text(ann.types("yesterday"));
        ann.orders("met", jo + ".x");
        String deleted = text(ann.presses("Yes, delete it"));

        // Then
        assertThat(changed).contains("Jo from the choir", "Sings alto");
        assertThat(deleted).contains("Nothing of it is kept");
        assertThat(kept()).isEmpty();
        assertThat(text(ann.orders("met", jo + ".o"))).contains("not there any more");
    }

    @Test
    void no_day_that_is_still_to_come_or_long_over_is_taken() {
        // Given
        ann.types("/met Jo");

        // When
        ann.types("tomorrow");
        ann.types("4 May 2019");
        long jo =
                rows("select id from one_to_one where organisation = $1").get(0).getLong("id");
        ann.orders("met", jo + ".d999999");
        ann.orders("met", jo + ".d1");

        // Then
        assertThat(rows("select 1 from one_to_one where organisation = $1 and met_on is null"))
                .hasSize(1);
    }

    @Test
    void a_long_list_is_turned_page_by_page_and_begins_anew_where_its_place_is_gone() {
        // Given
        for (int i = 1; i <= 9; i++) {
            met("P" + i);
        }

        // When
        List<String> first = labels(ann.types("/met"));
        List<String> second = labels(ann.presses("Earlier"));
        ann.presses("Latest");
        rows("delete from one_to_one where organisation = $1 and id = ("
                + "select id from one_to_one where organisation = $1 order by id offset 1 limit 1)");
        List<String> again = labels(ann.presses("Earlier"));

        // Then
        assertThat(first).hasSize(10).first().asString().startsWith("P9 · ");
        assertThat(first.get(7)).startsWith("P2 · ");
        assertThat(second).hasSize(3).first().asString().startsWith("P1 · ");
        assertThat(again).hasSize(9).first().asString().startsWith("P9 · ");
    }

    @Test
    void a_goal_is_one_of_five_or_none() {
        // Given
        ann.types("/met");
        ann.orders("met", "0.s3");

        // When
        String other = text(ann.orders("met", "0.s4"));
        String three = text(ann.types("/met"));
        ann.orders("met", "0.s0");
        String none = text(ann.types("/met"));

        // Then
        assertThat(other).contains("How many one-to-ones a week");
        assertThat(three).contains("0 of 3 one-to-ones this week.");
        assertThat(none).contains("No one-to-one yet this week.");
    }

    private static List<String> labels(List<Outgoing> messages) {
        return messages.stream()
                .flatMap(outgoing -> outgoing instanceof Outgoing.Say say
                        ? say.keyboard().rows().stream()
                        : outgoing instanceof Outgoing.Edit edit ? edit.keyboard().rows().stream() : Stream.empty())
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }
}
