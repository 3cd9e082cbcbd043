package org.branchline.conversation;

import org.jspecify.annotations.Nullable;

/** Where a run is. Holds ids only, never an answer. */
public sealed interface Stage {

    <R> R of(Cases<R> cases);

    /** One result for each stage. */
    interface Cases<R> {
        R asking(Asking stage);

        R summary(Summary stage);

        /** Finished, left or expired: nothing more is said. */
        R closed(Stage stage);
    }

    /**
     * A question is open.
     *
     * @param question its id
     * @param detail null, or the question's own sub-position, for example that own words are awaited
     * @param changing whether the summary sent the person back here, so that it comes next again
     */
    record Asking(String question, @Nullable String detail, boolean changing) implements Stage {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.asking(this);
        }

        @Override
        public boolean open() {
            return true;
        }
    }

    /** All is answered; the summary awaits "That's right". Counts as finished. */
    record Summary() implements Stage {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.summary(this);
        }

        @Override
        public boolean open() {
            return true;
        }
    }

    /** Confirmed. */
    record Finished() implements Stage {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /** The person left. */
    record Left() implements Stage {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /** Nothing came for too long. */
    record Expired() implements Stage {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /** Whether something can still be said in this run. */
    default boolean open() {
        return false;
    }
}
