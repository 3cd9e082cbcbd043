package org.branchline.campaign.enrolling;

import java.util.List;

/** What became of a list. */
public sealed interface Enrolled {

    /** Where each comes out. */
    interface Cases<T> {

        T done(Done done);

        T refused(Refused refused);
    }

    /** What one of the cases makes of it. */
    <T> T in(Cases<T> cases);

    /**
     * All of it is in.
     *
     * @param fresh members who were none before
     * @param changed members of whom the list said something new
     * @param unchanged members of whom it did not
     * @param leftAlone people who said /stop or /forget: nothing about them changed
     */
    record Done(int fresh, int changed, int unchanged, int leftAlone) implements Enrolled {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.done(this);
        }
    }

    /**
     * Nothing of it is.
     *
     * @param problems each with its place; the first hundred
     */
    record Refused(List<String> problems) implements Enrolled {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T in(Cases<T> cases) {
            return cases.refused(this);
        }
    }
}
