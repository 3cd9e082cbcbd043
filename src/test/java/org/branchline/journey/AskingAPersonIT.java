package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskingAPersonIT {

    @Test
    void a_question_reaches_both_who_look_after_the_branch_and_the_first_answer_comes_back_once() {
        // Given
        Volunteer maria = Halfway.joined("Maria", "vienna");
        Kept.captain(maria.id(), "vienna");
        Volunteer carla = Halfway.joined("Carla", "vienna");
        Kept.captain(carla.id(), "vienna");
        Volunteer ann = Halfway.joined("Ann", "vienna");
        ann.writes("Where do I get leaflets?")
                .reads("Shall I pass it on to a person?")
                .presses("Send it to the captains")
                .reads("✓ Sent to the captains.");
        maria.reads("Where do I get leaflets?");
        int marias = maria.newestNumber();
        int carlas = carla.reads("Where do I get leaflets?").newestNumber();
        assertThat(maria.newest()).contains("A question from Ann, Vienna", "Reply to this message to answer.");

        Kept.allLeft();

        // When
        long update = maria.replies(marias, "At the office, <b>Friday</b> & Saturday.");

        // Then
        ann.reads("Maria (captain) answers:\nAt the office, <b>Friday</b> & Saturday.");
        carla.sees(carlas, "✓ Answered by Maria.");
        maria.sees(marias, "✓ Answered by Maria.").reads("✓ Sent to Ann.");

        // And when
        Volunteer.again(update);

        // Then
        maria.writes("/frobnicate").reads("I don't know that one");
        assertThat(ann.said()).filteredOn(text -> text.contains("answers:")).hasSize(1);
    }
}
