package org.branchline.campaign.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.branchline.calendar.Recurrence;
import org.branchline.calendar.WallClock;

/** When the shifts of an event begin: by its own clock, so that summer time moves none of them there. */
public final class Series {

    /** So far ahead shifts are stored. */
    static final Duration AHEAD = Duration.ofDays(60);

    private Series() {}

    /** One beginning, by the event's clock and for all. */
    public record Begins(LocalDateTime local, Instant at) {}

    /**
     * Those in a stretch of time; an event that takes place once begins however late.
     *
     * @param from the first moment that counts
     * @param until the first that does not count any more
     */
    public static List<Begins> of(Event event, Instant from, Instant until) {
        if (event.rule().isEmpty()) {
            return List.of(begins(event, event.begins()));
        }
        Recurrence rule = Recurrence.parse(event.rule(), event.begins()).of(read -> read, problems -> {
            throw new IllegalStateException("A kept rule cannot be read: " + problems);
        });
        LocalDateTime before = LocalDateTime.ofInstant(from, event.zone()).minusDays(1);
        return rule.after(before)
                .map(local -> begins(event, local))
                .takeWhile(begins -> begins.at().isBefore(until))
                .filter(begins -> !begins.at().isBefore(from))
                .toList();
    }

    private static Begins begins(Event event, LocalDateTime local) {
        return new Begins(local, WallClock.first(local, event.zone()));
    }
}
