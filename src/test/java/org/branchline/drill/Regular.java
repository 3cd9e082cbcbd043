package org.branchline.drill;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Somebody who joins, answers the audit, corrects answers for a while and then has said everything. */
final class Regular {

    private static final int FEWEST_CORRECTIONS = 10;
    private static final int MOST_CORRECTIONS = 50;

    private final Volunteer volunteer;
    private final Correcting correcting;
    private volatile boolean done;

    /**
     * @param turns says when this person may act
     * @param leaving whether it is time to come to an end
     */
    Regular(
            SandboxControl control,
            Audit audit,
            int number,
            AtomicLong updates,
            Executor turns,
            BooleanSupplier leaving) {
        this.volunteer = new Volunteer(control, audit, Volunteer.Manner.leavingAtSummary(), number, updates, turns);
        int times = new SplittableRandom(number).nextInt(FEWEST_CORRECTIONS, MOST_CORRECTIONS);
        this.correcting =
                new Correcting(control, audit, turns, updates, leaving, volunteer.id(), volunteer.given(), times);
    }

    CompletableFuture<Void> begin() {
        return volunteer.begin().thenCompose(answered -> correcting.begin()).thenRun(() -> done = true);
    }

    boolean isDone() {
        return done;
    }

    Volunteer volunteer() {
        return volunteer;
    }

    Correcting correcting() {
        return correcting;
    }

    /** Where they stand, for a report of who was left. */
    String place() {
        return volunteer.isDone() ? correcting.place() : volunteer.place() + volunteer.screen();
    }
}
