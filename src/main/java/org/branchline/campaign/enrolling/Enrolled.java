package org.branchline.campaign.enrolling;

import java.util.List;

/** What became of a list. */
public sealed interface Enrolled {

    /**
     * All of it is in.
     *
     * @param fresh members who were none before
     * @param changed members of whom the list said something new
     * @param unchanged members of whom it did not
     * @param leftAlone people who said /stop or /forget: nothing about them changed
     */
    record Done(int fresh, int changed, int unchanged, int leftAlone) implements Enrolled {}

    /**
     * Nothing of it is.
     *
     * @param problems each with its place; the first hundred
     */
    record Refused(List<String> problems) implements Enrolled {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
