package org.branchline.drill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** So many people at a time: whoever has said everything makes room for somebody new, until it is time to leave. */
final class SteadyCrowd implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final SandboxControl control;
    private final Audit audit;
    private final Turns turns;
    private final AtomicLong updates = new AtomicLong();
    private final List<Regular> everybody = new CopyOnWriteArrayList<>();
    private final ExecutorService door = Executors.newSingleThreadExecutor();
    private volatile boolean leaving;

    SteadyCrowd(SandboxControl control, Audit audit, Turns turns) {
        this.control = control;
        this.audit = audit;
        this.turns = turns;
    }

    void begin(int size) {
        for (int number = 0; number < size; number++) {
            enter();
        }
    }

    private void enter() {
        Regular next = new Regular(control, audit, everybody.size(), updates, turns.seat(), () -> leaving);
        everybody.add(next);
        next.begin()
                .thenRunAsync(
                        () -> {
                            if (!leaving) {
                                enter();
                            }
                        },
                        door);
    }

    /** Everybody there ever was, in the order they came. */
    List<Regular> everybody() {
        return everybody;
    }

    List<Volunteer> volunteers() {
        return everybody.stream().map(Regular::volunteer).toList();
    }

    /** Updates sent so far, a second delivery not counted. */
    long updates() {
        return updates.get();
    }

    List<Regular> left() {
        return everybody.stream().filter(each -> !each.isDone()).toList();
    }

    /** Nobody new comes, and those who are there come to an end; waits for it as long as said. */
    void leave(Duration patience) {
        leaving = true;
        try {
            Awaitility.await("everybody is through")
                    .atMost(patience)
                    .pollInterval(LOOK)
                    .until(() -> left().isEmpty());
        } catch (ConditionTimeoutException some) {
            left().stream()
                    .limit(10)
                    .forEach(each ->
                            System.out.println("left: chat " + each.volunteer().id() + " at " + each.place()));
        }
    }

    @Override
    public void close() {
        door.shutdownNow();
    }
}
