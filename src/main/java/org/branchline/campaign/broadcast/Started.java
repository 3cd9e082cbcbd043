package org.branchline.campaign.broadcast;

import java.util.List;

/** What became of a wish to broadcast. */
public sealed interface Started {

    /**
     * There is one broadcast of that key.
     *
     * @param id its number
     * @param fresh whether this call made it
     */
    record Accepted(long id, boolean fresh) implements Started {}

    /** The key was used before, for something else. */
    record KeyTaken() implements Started {}

    /**
     * It cannot go at the time that was asked for.
     *
     * @param problems what is wrong and what would be right
     */
    record TooLate(List<String> problems) implements Started {
        public TooLate {
            problems = List.copyOf(problems);
        }
    }
}
