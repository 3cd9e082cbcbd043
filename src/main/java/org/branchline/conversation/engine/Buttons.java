package org.branchline.conversation.engine;

import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Run;

/** The engine's own words on buttons; none begins with a letter, as every option's id does. */
final class Buttons {

    static final String BACK = "_back";
    static final String SKIP = "_skip";
    static final String HELP = "_help";
    static final String DONE = "_done";
    static final String OWN = "_own";
    /** Before an option's id. The wish, not a change: a second press, or one on an older copy, does no harm. */
    static final String TICK = "+";

    static final String UNTICK = "-";
    static final String RIGHT = "_right";
    static final String CHANGE = "_change_";
    static final String PAGE = "_page_";
    static final String MORE = "_more";
    static final String NAME = "_name";
    static final String OTHER_BRANCH = "_branch";
    static final String OTHER_TIME = "_time";
    static final String NEAR = "_near_";

    /** How much of a label stays readable on a phone; Telegram takes more. */
    private static final int LABEL = 60;

    private Buttons() {}

    static Button move(Run run, String label, String choice) {
        return new Button(Cleaning.clip(label, LABEL), new Action.Move(run.id(), run.step(), choice));
    }

    /** The number at the end of a choice such as {@code _change_3}; 0 where there is none. */
    static int number(String choice, String prefix) {
        String digits = choice.substring(prefix.length());
        boolean number =
                !digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }
}
