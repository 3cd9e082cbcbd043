package org.branchline.campaign.enrolling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.roster.BranchBook;

/**
 * What a list may name in one organisation.
 *
 * @param attributes what can be answered, by attribute; an empty list is anything
 * @param versions of the wordings people agree to
 * @param purposes for which consent is needed, at least one
 * @param now no consent is later
 */
record Known(
        List<String> languages,
        BranchBook branches,
        Map<String, List<String>> attributes,
        List<String> versions,
        List<String> purposes,
        Instant now) {

    Known {
        languages = List.copyOf(languages);
        attributes = Map.copyOf(new HashMap<>(attributes));
        versions = List.copyOf(versions);
        purposes = List.copyOf(purposes);
    }
}
