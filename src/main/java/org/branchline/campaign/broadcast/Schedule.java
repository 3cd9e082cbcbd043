package org.branchline.campaign.broadcast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.branchline.calendar.Nights;
import org.branchline.calendar.QuietHours;

/**
 * When a broadcast falls due in each zone of the earth.
 *
 * @param quiet the hours in which it does not leave
 * @param notBefore the end of the time in which it can be called back
 */
public record Schedule(When when, QuietHours quiet, Instant notBefore) {

    /** By its clock lives whoever's zone nobody knows. */
    public static final ZoneId UNKNOWN = ZoneId.of("UTC");

    /** All there are. */
    public static final List<ZoneId> ZONES = Nights.ZONES;

    /**
     * When it leaves where somebody lives.
     *
     * @param night whether it would have gone in quiet hours and waits for their end
     */
    public record Due(ZoneId zone, Instant at, boolean night) {}

    /** In one zone. */
    public Due in(ZoneId zone) {
        Instant wanted = when.in(zone, notBefore);
        Instant at = quiet.end(wanted, zone);
        return new Due(zone, at, at.isAfter(wanted));
    }

    /** In all zones there are. */
    List<Due> everywhere() {
        return ZONES.stream().map(this::in).toList();
    }

    /** The earliest moment at which it can be anybody's hour. */
    Instant first() {
        return ZONES.stream()
                .map(zone -> when.in(zone, notBefore))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The latest moment at which it can fall due for anybody. */
    Instant last() {
        return everywhere().stream().map(Due::at).max(Comparator.naturalOrder()).orElseThrow();
    }
}
