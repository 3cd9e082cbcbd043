package org.branchline.drill;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Several processes on one Postgres, behind a balancer that asks them whether they are ready. */
record Stage(Installation installation, Replicas replicas, Readiness readiness, Balancer balancer) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(20);

    void awaitReady() {
        await("all are ready", () -> replicas.all().stream().allMatch(replica -> readiness.ready(replica.port())));
    }

    void await(String what, BooleanSupplier holds) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(LOOK).until(holds::getAsBoolean);
    }

    /** Lets time pass. */
    void pass(Duration time) {
        long since = System.nanoTime();
        await(time + " have passed", () -> System.nanoTime() - since >= time.toNanos());
    }

    /** Waits until another process than this one has taken over the bot's lease; gives back how many seconds that took. */
    double awaitAnotherThan(Replica former, long since) {
        long fence = former.fence();
        await("another holds the lease", () -> replicas.holder().fence() > fence && replicas.holder() != former);
        return (System.nanoTime() - since) / 1e9;
    }
}
