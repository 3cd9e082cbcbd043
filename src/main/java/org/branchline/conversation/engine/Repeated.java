package org.branchline.conversation.engine;

import java.util.Set;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Run;

/** Whether an old button was only pressed twice. */
final class Repeated {

    private static final Set<String> MOVES =
            Set.of(Buttons.BACK, Buttons.SKIP, Buttons.DONE, Buttons.RIGHT, Buttons.OTHER_BRANCH, Buttons.NAME);

    private Repeated() {}

    /** Whether the press says what the message before the open one was already answered with. */
    static boolean is(Incoming.Pressed press, Run run) {
        if (press.step() != run.step() - 1) {
            return false;
        }
        String choice = press.choice();
        return MOVES.contains(choice)
                || choice.startsWith(Buttons.CHANGE)
                || run.answers().byQuestion().values().stream()
                        .filter(Answers.Given::settled)
                        .anyMatch(given -> Parts.ids(given.answer()).contains(choice));
    }
}
