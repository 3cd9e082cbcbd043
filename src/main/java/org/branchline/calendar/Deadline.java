package org.branchline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Until when something must be done. */
public sealed interface Deadline {

    /** From then on it is too late where somebody lives. */
    Instant in(ZoneId zone);

    /** The last local day on which it is not too late. */
    default LocalDate day(ZoneId zone) {
        return in(zone).minusNanos(1).atZone(zone).toLocalDate();
    }

    /** At the same moment for all. */
    record Moment(Instant at) implements Deadline {
        @Override
        public Instant in(ZoneId zone) {
            return at;
        }
    }

    /** The end of a day by everybody's own clock. */
    record EndOf(LocalDate day) implements Deadline {
        @Override
        public Instant in(ZoneId zone) {
            return WallClock.first(day.plusDays(1).atStartOfDay(), zone);
        }
    }
}
