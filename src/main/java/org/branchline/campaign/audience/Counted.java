package org.branchline.campaign.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many an audience is.
 *
 * @param zones the most first
 */
public record Counted(List<InZone> zones) {

    public Counted {
        zones = List.copyOf(zones);
    }

    /** All together. */
    public int total() {
        return zones.stream().mapToInt(InZone::members).sum();
    }

    /**
     * How many live by one clock.
     *
     * @param zone an IANA name; null where nobody knows
     */
    public record InZone(@Nullable String zone, int members) {}
}
