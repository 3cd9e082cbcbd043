package org.branchline.campaign.event.calling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a call. */
enum Outcome {
    NO_ANSWER('n', false),
    WRONG_NUMBER('w', false),
    CALL_BACK('b', true),
    REFUSED('r', true),
    UNDECIDED('u', true),
    SUPPORTER('s', true);

    private final char deed;
    private final boolean contact;

    Outcome(char deed, boolean contact) {
        this.deed = deed;
        this.contact = contact;
    }

    /** What its button says it does. */
    char deed() {
        return deed;
    }

    /** Whether somebody was spoken to. */
    boolean contact() {
        return contact;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> of(String deed) {
        return Arrays.stream(values())
                .filter(outcome -> deed.equals("" + outcome.deed))
                .findFirst();
    }
}
