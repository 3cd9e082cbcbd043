package org.branchline.campaign.occurrence;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An occurrence as it falls due in one zone.
 *
 * @param occurrence its name within its schedule: a local date-time, or a rung of a ladder; the same in all zones, so that
 *     whoever moves from one to another meets it once
 * @param late from when on it is passed over where it was not done, after {@code due}
 */
public record Planned(String occurrence, ZoneId zone, Instant due, Instant late) {

    public Planned {
        if (!late.isAfter(due)) {
            throw new IllegalArgumentException("late must be after due");
        }
    }
}
