package org.branchline.campaign.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.branchline.calendar.QuietHours;

/** What somebody who has a place hears before their shift: a day and an hour before it. */
public enum Reminder {
    /** Never in their night: after it, or where that is too late, before it. */
    DAY(Duration.ofHours(24)),
    /** At any hour: they chose it. */
    HOUR(Duration.ofHours(1));

    /** A reminder of the day that is nearer than that says no more than the one an hour before. */
    private static final Duration NEAR = Duration.ofHours(3);

    private final Duration before;

    Reminder(Duration before) {
        this.before = before;
    }

    /** As {@code shift_place.tell} has it. */
    public String tell() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The next one and when it is due. */
    public record Next(Reminder reminder, Instant at) {}

    /**
     * The first that is still to come.
     *
     * @param now whoever takes a place later than a reminder was due needs it no more
     */
    public static Optional<Next> after(Instant now, Instant startsAt, QuietHours quiet, ZoneId zone) {
        for (Reminder each : values()) {
            Instant at = each.at(startsAt, quiet, zone);
            if (at.isAfter(now)) {
                return Optional.of(new Next(each, at));
            }
        }
        return Optional.empty();
    }

    private Instant at(Instant startsAt, QuietHours quiet, ZoneId zone) {
        Instant wanted = startsAt.minus(before);
        if (this == HOUR) {
            return wanted;
        }
        Instant morning = quiet.end(wanted, zone);
        if (morning.equals(wanted) || morning.plus(NEAR).isBefore(startsAt)) {
            return morning;
        }
        // The shift lies in or right behind their night: the evening before it.
        Instant evening = wanted;
        while (!quiet.end(evening, zone).equals(evening)) {
            evening = evening.minus(Duration.ofMinutes(30));
        }
        return evening;
    }
}
