package org.branchline.campaign.event.making;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.branchline.calendar.Recurrence;
import org.branchline.calendar.WallClock;
import org.branchline.campaign.broadcast.composing.TypedTime;
import org.branchline.campaign.repeating.TypedRule;

/** Reads when an event begins as people type it: "Thursday 18:00", or "hver torsdag kl. 18 indtil 4. maj". */
final class TypedBeginning {

    /** Nobody plans further ahead in a chat; a slip of a year is more likely. */
    static final Duration FURTHEST = Duration.ofDays(366);

    private static final String ONCE = "FREQ=DAILY;COUNT=1";

    private TypedBeginning() {}

    /** What was typed, by a clock; empty where it says no time. It may be over, or too far away. */
    static Optional<Sketch.Beginning> read(String typed, ZoneId zone, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        Optional<Recurrence> rule = TypedRule.read(typed, local);
        Optional<Sketch.Beginning> series = rule.filter(read -> !read.rule().equals(ONCE))
                .flatMap(read -> read.after(local).findFirst().map(first -> new Sketch.Beginning(first, read.rule())));
        return series.or(() -> TypedTime.moment(typed, now.atZone(zone))
                        .map(at -> LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES))
                        .map(at -> new Sketch.Beginning(at, "")))
                .or(() -> rule.filter(read -> read.rule().equals(ONCE))
                        .map(read -> new Sketch.Beginning(read.start(), "")));
    }

    /** Whether its first time is still to come, and not too far away. */
    static boolean ahead(Sketch.Beginning beginning, ZoneId zone, Instant now) {
        Instant first = WallClock.first(beginning.first(), zone);
        return first.isAfter(now) && first.isBefore(now.plus(FURTHEST));
    }
}
