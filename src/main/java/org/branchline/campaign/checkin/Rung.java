package org.branchline.campaign.checkin;

import java.time.LocalDateTime;
import java.util.List;
import org.branchline.calendar.LadderAfter;

/**
 * A rung of a check-in's ladder, for one occurrence.
 *
 * @param number from 1: the nudge, the buddy, the card
 */
record Rung(LocalDateTime occurrence, int number) {

    static final int NUDGE = 1;
    static final int BUDDY = 2;
    static final int CARD = 3;

    private static final LadderAfter LADDER = LadderAfter.read("+1d 18:00, +2d 18:00, +3d 18:00")
            .of(read -> read, problems -> {
                throw new IllegalStateException(problems.toString());
            });

    /** How long after an occurrence the ladder goes on, in days, and one more for the clocks of the earth. */
    static final int DAYS = 4;

    /** When each is, by the clock that showed the occurrence. */
    static List<LocalDateTime> after(LocalDateTime occurrence) {
        return LADDER.after(occurrence);
    }

    /** As {@code occurrence.occurrence} names it. */
    String name() {
        return occurrence + "+" + number;
    }

    static Rung read(String name) {
        int plus = name.lastIndexOf('+');
        return new Rung(LocalDateTime.parse(name.substring(0, plus)), Integer.parseInt(name.substring(plus + 1)));
    }
}
