package org.branchline.database;

/** Clocks for tests of other rooms. */
public final class Clocks {

    private Clocks() {}

    /** As a process of the service has it. */
    public static Clock on(Replica replica) {
        return new Clock(replica.transactions(), replica.vertx());
    }

    public static void stop(Clock clock) {
        clock.stop();
    }
}
