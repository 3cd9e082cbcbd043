package org.branchline.campaign.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.CallingHours;
import org.jspecify.annotations.Nullable;

/** Shifts that call people when that is not allowed where they live. */
public final class OffHours {

    private OffHours() {}

    /**
     * The first of an event's shifts in a stretch of time that is not within the hours of the area it calls. Both clocks count,
     * in summer and in winter: what fits on most days may not where the two change on different Sundays, or one never does.
     *
     * @param until the first moment that does not count any more; an event that takes place once counts however late
     */
    public static Optional<Instant> first(Event event, CallingHours hours, Instant from, Instant until) {
        return Series.of(event, from, until).stream()
                .filter(begins -> !allowed(event, hours, begins))
                .map(Series.Begins::at)
                .findFirst();
    }

    /** The shifts in a stretch of time that are within the hours; all of them where nobody is called. */
    static List<Series.Begins> without(Event event, @Nullable CallingHours hours, Instant from, Instant until) {
        return Series.of(event, from, until).stream()
                .filter(begins -> hours == null || allowed(event, hours, begins))
                .toList();
    }

    private static boolean allowed(Event event, CallingHours hours, Series.Begins begins) {
        return hours.allow(begins.at(), begins.at().plus(event.length()));
    }
}
