package org.branchline.campaign.occurrence;

import java.util.List;

/**
 * What of a schedule falls due in a stretch of time.
 *
 * @param over whether nothing ever falls due after it
 */
public record Plan(List<Planned> occurrences, boolean over) {

    /** Of what is over. */
    public static final Plan NOTHING = new Plan(List.of(), true);

    public Plan {
        occurrences = List.copyOf(occurrences);
    }
}
