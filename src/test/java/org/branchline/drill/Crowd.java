package org.branchline.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Volunteers of one installation. */
final class Crowd {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final AtomicLong updates = new AtomicLong();
    private final List<Volunteer> volunteers = new CopyOnWriteArrayList<>();
    private final SandboxControl control;
    private final Audit audit;

    /** So many people, who have not begun. */
    Crowd(SandboxControl control, Audit audit, int size, IntFunction<Volunteer.Manner> manner) {
        this.control = control;
        this.audit = audit;
        for (int number = 0; number < size; number++) {
            volunteers.add(new Volunteer(control, audit, manner.apply(number), number, updates));
        }
    }

    List<Volunteer> volunteers() {
        return volunteers;
    }

    CompletableFuture<Void> begin() {
        return CompletableFuture.allOf(volunteers.stream().map(Volunteer::begin).toArray(CompletableFuture[]::new));
    }

    /** One more, who begins at once. */
    void another(Volunteer.Manner manner) {
        Volunteer volunteer = new Volunteer(control, audit, manner, volunteers.size(), updates);
        volunteers.add(volunteer);
        volunteer.begin();
    }

    /** Updates sent so far, a second delivery not counted. */
    long updates() {
        return updates.get();
    }

    long left() {
        return volunteers.stream().filter(volunteer -> !volunteer.isDone()).count();
    }

    /**
     * Waits until so many updates are sent or everybody is through.
     *
     * @return false when nothing was sent for the time of a person's patience
     */
    boolean awaitUpdates(long count, Duration patience) {
        long last = updates();
        long since = System.nanoTime();
        while (updates() < count && left() > 0) {
            if (updates() != last) {
                last = updates();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    /** The closing figures: what the database holds against what they answered, and what they were asked around outages. */
    void into(Figures figures, Connection database, List<Outage> outages) throws SQLException {
        Stored stored = Stored.of(database, volunteers);
        stored.into(figures);
        long twice = volunteers.stream()
                .mapToLong(volunteer -> volunteer.askedTwice(outages))
                .sum();
        figures.exactly("doubled", stored.doubled() + twice, 0).exactly("left_without_question", left(), 0);
    }

    /** Waits until everybody is through, or nobody moves any more. */
    boolean awaitAll(Duration patience) {
        return awaitUpdates(Long.MAX_VALUE, patience);
    }
}
