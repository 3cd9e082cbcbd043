package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.playbook.Kind;

/** How one kind of question is asked and heard. */
interface Form {

    /** The position in which own words are awaited. */
    String OWN = "own";

    static Form of(Kind kind) {
        return kind.of(Forms.ALL);
    }

    /** Whether it is asked at all of this person. */
    default boolean needed(Asked asked) {
        return true;
    }

    /** What is asked. */
    default String text(Asked asked) {
        return asked.voice().say(asked.question().ask());
    }

    /** The rows of buttons above Back, Skip and Help. */
    default List<List<Button>> rows(Asked asked) {
        return List.of();
    }

    /** What comes of a press; {@link Heard.Old} for a button that this question does not have. */
    default Heard pressed(Asked asked, String choice) {
        return new Heard.Old();
    }

    /**
     * What comes of a text, cleaned and not empty.
     *
     * @param message the chat's number of the message
     */
    Heard wrote(Asked asked, String text, long message);

    /** What comes of an edit of the message that holds this question's answer. */
    default Heard corrected(Asked asked, String text, long message) {
        return wrote(asked, text, message);
    }

    /** Whether any text at all may be the answer. */
    default boolean takesText(Asked asked) {
        return asked.at(OWN);
    }

    /** The answer as people read it in the summary. */
    String words(Asked asked, Answer answer);
}
