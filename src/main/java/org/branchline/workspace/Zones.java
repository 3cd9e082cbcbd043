package org.branchline.workspace;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the time zone that was probably meant. */
final class Zones {

    private Zones() {}

    /** Zones whose city is the one written; else how zones are named. */
    static String hint(String written) {
        String city = city(written);
        List<String> same = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && city(zone).equals(city))
                .sorted(Comparator.comparingInt(String::length))
                .limit(1)
                .toList();
        return same.isEmpty()
                ? "write an IANA name, for example Europe/Copenhagen"
                : "did you mean \"" + same.get(0) + "\"?";
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace(' ', '_').toLowerCase(Locale.ROOT);
    }
}
