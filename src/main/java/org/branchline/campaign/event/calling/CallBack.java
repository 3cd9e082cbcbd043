package org.branchline.campaign.event.calling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When somebody wants to be called back, as far as it is counted. */
enum CallBack {
    LATER("wl"),
    EVENING("we"),
    TOMORROW("wt"),
    ANOTHER("wa");

    private final String deed;

    CallBack(String deed) {
        this.deed = deed;
    }

    /** What its button says it does. */
    String deed() {
        return deed;
    }

    String column() {
        return "back_" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<CallBack> of(String deed) {
        return Arrays.stream(values()).filter(when -> when.deed.equals(deed)).findFirst();
    }
}
