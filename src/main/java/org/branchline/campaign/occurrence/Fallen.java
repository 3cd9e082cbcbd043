package org.branchline.campaign.occurrence;

import java.time.Instant;
import java.util.List;

/**
 * An occurrence that fell due.
 *
 * @param occurrence its name within its schedule
 * @param zones where it fell due at this instant, ids of the time zone database
 * @param last whether it falls due nowhere after that: whoever moved to where it was over meets it now
 */
public record Fallen(String occurrence, List<String> zones, Instant due, boolean last) {

    public Fallen {
        zones = List.copyOf(zones);
    }
}
