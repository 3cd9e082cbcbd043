package org.branchline.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where on earth it is quiet at a moment.
 *
 * @param ends until when, by the ids of the time zone database
 */
public record Nights(Map<String, Instant> ends) {

    /** All zones there are. */
    public static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    public Nights {
        ends = Map.copyOf(ends);
    }

    public static Nights of(QuietHours quiet, Instant now) {
        Map<String, Instant> ends = new TreeMap<>();
        if (!quiet.none()) {
            for (ZoneId zone : ZONES) {
                Instant end = quiet.end(now, zone);
                if (end.isAfter(now)) {
                    ends.put(zone.getId(), end);
                }
            }
        }
        return new Nights(ends);
    }

    /** Their ids, as statements take them. */
    public String[] zones() {
        return ends.keySet().toArray(String[]::new);
    }

    /** Their ends, in the order of {@link #zones}. */
    public OffsetDateTime[] moments() {
        return ends.values().stream().map(end -> end.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
