package org.branchline.campaign.prompt;

import java.time.Duration;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;

/**
 * A prompt as somebody wants it.
 *
 * @param whom the audience in their words, possibly empty
 * @param late what should have gone longer ago than this is skipped, in whole minutes
 * @param checkIn whether it has the ladder of a check-in: a nudge, the buddy, the coordinators' card
 */
public record Wanted(String playbook, Audience audience, String whom, Recurrence rule, Duration late, boolean checkIn) {

    /** Unless somebody says otherwise. */
    public static final Duration LATE = Duration.ofHours(12);

    public Wanted {
        if (late.isNegative() || late.compareTo(Duration.ofDays(7)) > 0 || late.isZero()) {
            throw new IllegalArgumentException("late must be up to 7 days: " + late);
        }
    }

    /** Whether another one asks the same of the same people at the same times. */
    boolean same(Wanted other) {
        return playbook.equals(other.playbook)
                && audience.equals(other.audience)
                && rule.rule().equals(other.rule.rule())
                && rule.start().equals(other.rule.start())
                && late.equals(other.late)
                && checkIn == other.checkIn;
    }
}
