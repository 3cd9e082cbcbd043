package org.branchline.campaign.event.calling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it was, in a word. */
enum Feeling {
    GREAT,
    FINE,
    HARD;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Feeling> of(String column) {
        return Arrays.stream(values())
                .filter(feeling -> feeling.column().equals(column))
                .findFirst();
    }
}
