package org.branchline.campaign.audience;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The time zones there are, and the regions their names begin with. */
final class Zones {

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    private static final Set<String> REGIONS = NAMES.stream()
            .filter(name -> name.indexOf('/') > 0)
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .collect(Collectors.toSet());

    private Zones() {}

    static boolean known(String zone) {
        return NAMES.contains(zone) || REGIONS.contains(zone);
    }

    /** The region or the zone of the city that was probably meant; else how they are named. */
    static String hint(String written) {
        String meant = folded(written);
        return REGIONS.stream()
                .filter(region -> folded(region).equals(meant))
                .findFirst()
                .or(() -> NAMES.stream()
                        .filter(name -> city(folded(name)).equals(city(meant)))
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                .map(zone -> "did you mean \"" + zone + "\"?")
                .orElse("write an IANA name, for example Europe/Copenhagen, or a region, for example Europe");
    }

    private static String folded(String zone) {
        return zone.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1);
    }
}
