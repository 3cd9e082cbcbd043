package org.branchline.conversation.engine;

import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.Person;
import org.branchline.conversation.Places;
import org.branchline.conversation.Run;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question in front of a person.
 *
 * @param detail the question's own sub-position, null at its start
 */
record Asked(
        Question question,
        Playbook playbook,
        Run run,
        @Nullable String detail,
        Voice voice,
        Places places) {

    Optional<Answers.Given> given() {
        return run.answers().of(question.id());
    }

    /** What was answered so far, settled or not. */
    Optional<Answer> answer() {
        return given().map(Answers.Given::answer);
    }

    /** Whether the person is in the middle of answering. */
    boolean begun() {
        return given().filter(given -> !given.settled()).isPresent();
    }

    /** Whether the person is in the middle of an answer that holds something by now. */
    boolean underWay() {
        return begun()
                && answer().filter(answer -> !Parts.ids(answer).isEmpty()
                                || !Parts.own(answer).isEmpty()
                                || !Parts.pieces(answer).isEmpty())
                        .isPresent();
    }

    boolean at(String position) {
        return position.equals(detail);
    }

    /** The same question in another position. */
    Asked in(String position) {
        return new Asked(question, playbook, run, position, voice, places);
    }

    Person person() {
        return run.person();
    }

    Button button(String label, String choice) {
        return Buttons.move(run, label, choice);
    }
}
