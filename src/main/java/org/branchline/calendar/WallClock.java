package org.branchline.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What clocks on the wall show, in nights too in which they are put forward or back. */
public final class WallClock {

    private WallClock() {}

    /** When a zone's clocks show this for the first time; where they skip it, the first moment after the gap. */
    public static Instant first(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(local);
        // Of two offsets Java takes the earlier, which is the first time.
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : local.atZone(zone).toInstant();
    }
}
