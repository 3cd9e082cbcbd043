package org.branchline.campaign.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.CallingHours;
import org.jspecify.annotations.Nullable;

/** Shifts that call people when that is not allowed where they live. */
public final class OffHours {

    private OffHours() {}

    /**
     * An event's shifts in a stretch of time.
     *
     * @param kept those that take place
     * @param left those that do not: nobody may be called then
     */
    public record Parted(List<Series.Begins> kept, List<Series.Begins> left) {
        public Parted {
            kept = List.copyOf(kept);
            left = List.copyOf(left);
        }
    }

    /**
     * The first of an event's shifts in a stretch of time that is not within the hours of the area it calls. Both clocks count,
     * in summer and in winter: what fits on most days may not where the two change on different Sundays, or one never does. A
     * series only leaves out those that fall on closed days, unless nothing is left of it.
     *
     * @param until the first moment that does not count any more; an event that takes place once counts however late
     */
    public static Optional<Instant> first(Event event, CallingHours hours, Instant from, Instant until) {
        Parted parted = part(event, hours, from, until);
        List<Instant> left = parted.left().stream().map(Series.Begins::at).toList();
        Optional<Instant> onOpenDays =
                left.stream().filter(at -> !hours.closed(at)).findFirst();
        boolean some = !event.rule().isEmpty() && !parted.kept().isEmpty();
        return some ? onOpenDays : onOpenDays.or(() -> left.stream().findFirst());
    }

    /**
     * Which of the shifts in a stretch of time are within the hours.
     *
     * @param hours null where nobody is called: then all are
     */
    static Parted part(Event event, @Nullable CallingHours hours, Instant from, Instant until) {
        List<Series.Begins> kept = new ArrayList<>();
        List<Series.Begins> left = new ArrayList<>();
        for (Series.Begins begins : Series.of(event, from, until)) {
            (hours == null || allowed(event, hours, begins) ? kept : left).add(begins);
        }
        return new Parted(kept, left);
    }

    private static boolean allowed(Event event, CallingHours hours, Series.Begins begins) {
        return hours.allow(begins.at(), begins.at().plus(event.length()));
    }
}
