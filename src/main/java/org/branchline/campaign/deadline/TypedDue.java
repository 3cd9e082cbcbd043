package org.branchline.campaign.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.branchline.calendar.Deadline;
import org.branchline.campaign.broadcast.composing.TypedTime;
import org.branchline.conversation.day.DaySpan;

/** Reads by when something is to be done as people type it. */
public final class TypedDue {

    /** Nobody plans further ahead in a chat; a slip of a year is more likely. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private TypedDue() {}

    /** A day alone is its end by everybody's own clock; with an hour it is that moment by the writer's. */
    public static Optional<Deadline> read(String text, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new DaySpan(today, today.plusYears(1))
                .read(text, today)
                .taken()
                .<Deadline>map(Deadline.EndOf::new)
                .or(() -> TypedTime.moment(text, now.atZone(zone)).map(Deadline.Moment::new));
    }

    /** Whether it is still to come by a clock, and not too far away. */
    public static boolean ahead(Deadline due, ZoneId zone, Instant now) {
        Instant over = due.in(zone);
        return over.isAfter(now) && over.isBefore(now.plus(FURTHEST));
    }
}
