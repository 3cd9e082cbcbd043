package org.branchline.drill;

import java.time.Duration;
import org.branchline.start.RunningJar;

/** One of the processes on an installation's Postgres, started anew at the same place. */
final class Replica {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Installation installation;
    private final String name;
    private final int port = RunningJar.freePort();
    private Jar process;

    Replica(Installation installation, int number) {
        this.installation = installation;
        this.name = "replica" + number;
        this.process = installation.replica(name, port);
    }

    void await() {
        process.awaitLine("is listening", PATIENCE);
    }

    int port() {
        return port;
    }

    /** Where its API is, once it is there. */
    String api() {
        await();
        return "http://localhost:" + port + "/api/v1";
    }

    /** The last fence under which this process held the lease, 0 for none. */
    long fence() {
        return process.fence();
    }

    /** The number of the process that runs now. */
    long pid() {
        return process.pid();
    }

    void killAndStart() {
        process.kill();
        process = installation.replica(name, port);
    }

    /** {@code SIGSTOP}: it stands still in the middle of whatever it does. */
    void freeze() {
        process.signal("STOP");
    }

    /** {@code SIGCONT}: it goes on and knows nothing of the time that passed. */
    void thaw() {
        process.signal("CONT");
    }

    void stop() {
        process.stop();
    }
}
