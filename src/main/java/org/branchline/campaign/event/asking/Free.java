package org.branchline.campaign.event.asking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Trait;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.event.Daytime;
import org.branchline.campaign.event.Shift;

/**
 * Who can be asked for a shift in some zones: whoever said that they are free at its hour there.
 *
 * @param zones where it is day now, and where the shift falls into the same part of the week
 */
record Free(Audience audience, List<String> zones) {

    private static final String AVAILABILITY = "availability";

    Free {
        zones = List.copyOf(zones);
    }

    /** Everybody whom it makes sense to ask now; nobody where it is night, now or during the shift. */
    static List<Free> of(Shift shift, QuietHours quiet, Instant now) {
        Map<String, List<String>> byDaytime = new TreeMap<>();
        for (ZoneId zone : Schedule.ZONES) {
            boolean awake = quiet.end(now, zone).equals(now) && !shift.atNight(quiet, zone);
            if (awake) {
                byDaytime
                        .computeIfAbsent(Daytime.of(shift.startsAt(), zone), fresh -> new ArrayList<>())
                        .add(zone.getId());
            }
        }
        List<Free> all = new ArrayList<>();
        byDaytime.forEach((daytime, zones) -> all.add(new Free(
                shift.event()
                        .audience()
                        .notInShift(shift.id())
                        .havingAny(List.of(new Trait(AVAILABILITY, daytime), new Trait(AVAILABILITY, Daytime.VARIES))),
                zones)));
        return all;
    }
}
