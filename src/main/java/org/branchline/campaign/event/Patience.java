package org.branchline.campaign.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.branchline.calendar.QuietHours;

/** How long somebody who waited has to accept a place: the nearer its shift, the shorter. */
public final class Patience {

    private Patience() {}

    /**
     * When somebody hears of a place that is theirs to accept, and until when they can.
     *
     * @param tell after their night, unless the shift is too near for that
     * @param until before the shift starts
     */
    public record Offer(Instant tell, Instant until) {}

    /** What is offered to somebody now. */
    public static Offer of(Instant now, Instant startsAt, QuietHours quiet, ZoneId zone) {
        Instant morning = quiet.end(now, zone);
        Instant tell = morning.plus(Duration.ofHours(3)).isBefore(startsAt) ? morning : now;
        // Nobody loses a place in their sleep.
        Instant until = quiet.end(tell.plus(patience(Duration.between(tell, startsAt))), zone);
        return new Offer(tell, until.isBefore(startsAt) ? until : startsAt);
    }

    private static Duration patience(Duration left) {
        if (left.compareTo(Duration.ofDays(3)) > 0) {
            return Duration.ofHours(12);
        }
        if (left.compareTo(Duration.ofDays(1)) > 0) {
            return Duration.ofHours(3);
        }
        if (left.compareTo(Duration.ofHours(6)) > 0) {
            return Duration.ofHours(1);
        }
        return left.compareTo(Duration.ofHours(2)) > 0 ? Duration.ofMinutes(20) : Duration.ofMinutes(10);
    }
}
