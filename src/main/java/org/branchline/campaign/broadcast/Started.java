package org.branchline.campaign.broadcast;

import java.util.List;

/** What became of a wish to broadcast. */
public sealed interface Started {

    /** Where each comes out. */
    interface Cases<T> {

        T accepted(Accepted accepted);

        T keyTaken();

        T tooLate(TooLate late);
    }

    /** What one of the cases makes of it. */
    <T> T in(Cases<T> cases);

    /**
     * There is one broadcast of that key.
     *
     * @param id its number
     * @param fresh whether this call made it
     */
    record Accepted(long id, boolean fresh) implements Started {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /** The key was used before, for something else. */
    record KeyTaken() implements Started {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.keyTaken();
        }
    }

    /**
     * It cannot go at the time that was asked for.
     *
     * @param problems what is wrong and what would be right
     */
    record TooLate(List<String> problems) implements Started {
        public TooLate {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T in(Cases<T> cases) {
            return cases.tooLate(this);
        }
    }
}
