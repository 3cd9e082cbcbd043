package org.branchline.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.branchline.start.RunningJar;

/** One of the processes on an installation's Postgres, started anew at the same place. */
final class Replica {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** How a line of the log begins. */
    private static final Pattern LOGGED = Pattern.compile("^time=(\\S+)");

    private final Installation installation;
    private final String name;
    private final Map<String, String> settings;
    private final int port = RunningJar.freePort();
    private Jar process;

    Replica(Installation installation, int number) {
        this(installation, number, Map.of());
    }

    /**
     * @param settings of this process alone
     */
    Replica(Installation installation, int number, Map<String, String> settings) {
        this.installation = installation;
        this.name = "replica" + number;
        this.settings = Map.copyOf(settings);
        this.process = installation.replica(name, port, settings);
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

    /** By how much the clock of this process is off; known once it listens, to the seconds that takes. */
    Duration clockOff(Instant now) {
        return process.lines("is listening")
                .flatMap(line -> LOGGED.matcher(line).results())
                .map(time -> Duration.between(now, Instant.parse(time.group(1))))
                .findFirst()
                .orElseThrow();
    }

    void killAndStart() {
        kill();
        start();
    }

    /** {@code kill -9}. */
    void kill() {
        process.kill();
    }

    /** Anew, after it ended. */
    void start() {
        process = installation.replica(name, port, settings);
    }

    /** {@code SIGSTOP}: it stands still in the middle of whatever it does. */
    void freeze() {
        process.signal("STOP");
    }

    /** {@code SIGCONT}: it goes on and knows nothing of the time that passed. */
    void thaw() {
        process.signal("CONT");
    }

    /** SIGTERM, and waits for its end. */
    void stop() {
        process.stop();
    }
}
