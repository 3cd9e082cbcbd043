package org.branchline.conversation;

/** What a button does. */
public sealed interface Action {

    <R> R of(Cases<R> cases);

    /** One result for each kind of action. */
    interface Cases<R> {
        R move(Move action);

        R order(Order action);

        R open(Open action);
    }

    /**
     * A move in a run. It is genuine only for the chat it was sent to; whether it is still open, the engine decides.
     *
     * @param run the run's number
     * @param step the run's step when the button was offered; a later step makes it an old button
     * @param choice an option's id, also behind {@code +} or {@code -}, or one of the engine's own words (all begin with
     *     {@code _}); at most 31 ASCII characters
     */
    record Move(long run, int step, String choice) implements Action {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.move(this);
        }
    }

    /**
     * Asks a command of the service, as if it had been typed.
     *
     * @param command without the slash, for example {@code results}
     * @param argument at most 30 ASCII characters, empty for none
     */
    record Order(String command, String argument) implements Action {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.order(this);
        }
    }

    /** Opens a page. */
    record Open(String url) implements Action {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.open(this);
        }
    }
}
