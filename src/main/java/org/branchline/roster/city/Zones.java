package org.branchline.roster.city;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Optional;

/** What time zones have in common, and their IANA names. */
final class Zones {

    /** Far enough that only rules that still hold count, in the northern winter. */
    private static final Instant LATER = Instant.parse("2100-01-15T00:00:00Z");

    private Zones() {}

    /** Clocks that agree from now on, such as those of New York and Detroit. */
    static boolean alike(ZoneId one, ZoneId other) {
        if (one.equals(other)) {
            return true;
        }
        ZoneRules first = one.getRules();
        ZoneRules second = other.getRules();
        return first.getOffset(LATER).equals(second.getOffset(LATER))
                && first.getTransitionRules().equals(second.getTransitionRules());
    }

    /** A zone by an IANA name that tells a place; never an offset, which would be wrong half the year. */
    static Optional<ZoneId> named(String typed) {
        if (typed.indexOf('/') < 0 || typed.startsWith("Etc/") || typed.startsWith("SystemV/")) {
            return Optional.empty();
        }
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equalsIgnoreCase(typed))
                .findFirst()
                .map(ZoneId::of);
    }
}
