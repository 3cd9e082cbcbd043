package org.branchline.campaign.deadline.answering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.calendar.Deadline;
import org.branchline.calendar.WallClock;

/** When somebody can be reminded of a deadline again, by their own clock: never after it is due. */
enum Later {
    /** At 18:00, or at 20:00 where that is near or over. */
    EVENING("le", "evening"),
    TOMORROW("lt", "tomorrow"),
    DAY_BEFORE("lb", "day_before");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTER_WORK = LocalTime.of(18, 0);
    private static final LocalTime LATE = LocalTime.of(20, 0);

    private final String deed;
    private final String key;

    Later(String deed, String key) {
        this.deed = deed;
        this.key = key;
    }

    /** What its button says it does. */
    String deed() {
        return deed;
    }

    /** Of its text. */
    String key() {
        return key;
    }

    /** What can be chosen now; each is later than the one before. */
    static Map<Later, Instant> choices(Deadline due, ZoneId zone, Instant now) {
        Map<Later, Instant> choices = new TreeMap<>();
        Instant before = now;
        for (Later one : values()) {
            Instant at = one.at(due, zone, now);
            if (at.isAfter(before) && at.isBefore(due.in(zone))) {
                choices.put(one, at);
                before = at;
            }
        }
        return choices;
    }

    private Instant at(Deadline due, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalTime time = now.atZone(zone).toLocalTime();
        return switch (this) {
            case EVENING ->
                WallClock.first(today.atTime(time.isBefore(AFTER_WORK.minusHours(1)) ? AFTER_WORK : LATE), zone);
            case TOMORROW -> WallClock.first(today.plusDays(1).atTime(MORNING), zone);
            case DAY_BEFORE -> WallClock.first(due.day(zone).minusDays(1).atTime(AFTER_WORK), zone);
        };
    }
}
