package org.branchline.conversation;

import java.util.List;

/**
 * What came of one incoming thing.
 *
 * @param run the run as it is now
 * @param effects what is to be done, in order
 */
public record Turn(Run run, List<Effect> effects) {

    public Turn {
        effects = List.copyOf(effects);
    }
}
