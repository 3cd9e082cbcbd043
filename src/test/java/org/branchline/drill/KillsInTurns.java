package org.branchline.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * {@code kill -9} of the process that sends, then of one that does not, and so on; each is started again at once. The
 * installation's own process is never killed: where it is the one that sends, it stands still until another does, and that
 * one is killed.
 */
final class KillsInTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Jar own;
    private final Replicas others;
    private final List<Outage> outages = new CopyOnWriteArrayList<>();
    private int kills;
    private int ofHolder;
    private int frozen;

    KillsInTurns(Jar own, Replicas others) {
        this.own = own;
        this.others = others;
    }

    /** Kills the next one, and comes back when it listens again. */
    void next() {
        Instant gone = Instant.now();
        boolean sends = kills % 2 == 0 && others.all().size() > 1;
        if (sends && !anotherHolds()) {
            own.signal("STOP");
            try {
                Awaitility.await("another process sends")
                        .atMost(PATIENCE)
                        .pollInterval(LOOK)
                        .until(this::anotherHolds);
            } finally {
                own.signal("CONT");
            }
            frozen++;
        }
        Replica holder = others.holder();
        Replica victim = sends || others.all().size() == 1 ? holder : others.otherThan(holder);
        ofHolder += sends ? 1 : 0;
        victim.killAndStart();
        kills++;
        victim.await();
        outages.add(new Outage(gone, Instant.now()));
    }

    private boolean anotherHolds() {
        return others.holder().fence() > own.fence();
    }

    List<Outage> outages() {
        return outages;
    }

    /** How often the process that sends was ended or stood still: only then can something be uncertain. */
    int interruptions() {
        return kills + frozen;
    }

    void into(Figures figures, int promised) {
        figures.exactly("kills", kills, promised)
                .add("of_the_sending", ofHolder)
                .add("stood_still", frozen);
    }
}
