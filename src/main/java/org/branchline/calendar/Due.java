package org.branchline.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * When a local occurrence falls due where somebody lives.
 *
 * @param occurrence what clocks there show, unless they skip it
 * @param at the first time they show it; where they skip it, the first moment after the gap
 */
public record Due(LocalDateTime occurrence, ZoneId zone, Instant at) {

    /** By moment, at one moment by occurrence, then by zone. */
    public static final Comparator<Due> IN_ORDER = Comparator.comparing(Due::at)
            .thenComparing(Due::occurrence)
            .thenComparing(due -> due.zone().getId());

    // The International Date Line: Kiribati's Line Islands are the first to have a day, Baker Island is the last.
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    public static Due of(LocalDateTime occurrence, ZoneId zone) {
        return new Due(occurrence, zone, WallClock.first(occurrence, zone));
    }

    /** Before this it is due nowhere on earth. */
    public static Instant earliest(LocalDateTime occurrence) {
        return occurrence.toInstant(FIRST);
    }

    /** After this it falls due nowhere on earth any more. */
    public static Instant latest(LocalDateTime occurrence) {
        return occurrence.toInstant(LAST);
    }
}
