package org.branchline.drill;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Several processes on the Postgres of an installation whose own process was killed. */
final class Replicas implements AutoCloseable {

    private final Installation installation;
    private final List<Replica> all;

    Replicas(Installation installation, int count) {
        this(
                installation,
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> new Replica(installation, number))
                        .toList());
    }

    /** These, which were started. */
    Replicas(Installation installation, List<Replica> all) {
        this.installation = installation;
        this.all = List.copyOf(all);
    }

    void awaitAll() {
        all.forEach(Replica::await);
    }

    Replica first() {
        return all.get(0);
    }

    List<Replica> all() {
        return all;
    }

    /** Whoever held the bot's lease last. */
    Replica holder() {
        return all.stream().max(Comparator.comparingLong(Replica::fence)).orElseThrow();
    }

    Replica otherThan(Replica one) {
        return all.stream().filter(replica -> replica != one).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        all.forEach(Replica::stop);
        // Whoever started it was killed and is not there to end it.
        installation.postgres("stop", "--mode=fast");
    }
}
