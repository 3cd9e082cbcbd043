package org.branchline.drill;

import java.util.Map;

/** What happens to one of several processes again and again, while people talk with the bot and a broadcast goes out. */
interface Mishap extends AutoCloseable {

    /** Settings of one of the processes, besides those of all. */
    default Map<String, String> settings(Installation installation, int number) {
        return Map.of();
    }

    /** Once, from beginning to end; all processes are ready before and after it. */
    Outage happen(Stage stage, int time);

    /** Whether a question that was on its way may come once more. */
    default boolean repeats() {
        return true;
    }

    /** How many rows in flight of which nobody knows what became of them it may leave, each time. */
    default long inDoubt(int rate) {
        return BroadcastApi.inFlight(rate);
    }

    void into(Figures figures, Stage stage);

    @Override
    default void close() {}
}
