package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A broadcast whose service ends again and again while it goes out, and while others talk with the bot. */
final class BroadcastInterrupted {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int RATE = 100;
    private static final int UPDATES_EACH = 20;

    private final Path folder;
    private final int people;
    private final int talking;
    private final int times;
    private final Way way;

    /** How the process ends. */
    enum Way {
        /** {@code kill -9}: what is in flight becomes uncertain. */
        KILLED,
        /** SIGTERM: what is in flight arrives first. */
        RESTARTED
    }

    /**
     * @param people who get it
     * @param talking others, who join and answer meanwhile
     */
    BroadcastInterrupted(Path folder, int people, int talking, int times, Way way) {
        this.folder = folder;
        this.people = people;
        this.talking = talking;
        this.times = times;
        this.way = way;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures(way == Way.KILLED ? "broadcast" : "broadcast/restarts");
        try (Installation installation =
                new Installation(folder, Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", Integer.toString(RATE)))) {
            installation.open(Installation.Updates.POLLING);
            Members members = Members.join(installation, people);
            installation.stop();
            installation.open(Installation.Updates.POLLING);
            BroadcastApi api = new BroadcastApi(installation.api());
            long begun = System.nanoTime();
            long id = api.begin();
            api.await(
                    "its recipients",
                    id,
                    PATIENCE,
                    now -> now.path("recipients").asLong() >= people);
            Crowd crowd = new Crowd(
                    installation.control(),
                    Audit.bundled(),
                    talking,
                    number -> Volunteer.Manner.thorough(UPDATES_EACH, false));
            crowd.begin();
            List<Outage> outages = new ArrayList<>();
            for (int time = 1; time <= times; time++) {
                api.awaitLeft(id, (long) time * people / (times + 1), PATIENCE);
                Instant gone = Instant.now();
                if (way == Way.KILLED) {
                    installation.kill();
                } else {
                    installation.stop();
                }
                installation.open(Installation.Updates.POLLING);
                outages.add(new Outage(gone, Instant.now()));
            }
            JsonNode status = api.awaitOver(id, PATIENCE);
            crowd.awaitAll(PATIENCE);
            figures.exactly("ended", outages.size(), times);
            Delivered delivered = Delivered.of(installation, members, status);
            delivered.into(figures, people);
            figures.atMost(
                            "uncertain",
                            delivered.rows("uncertain"),
                            way == Way.KILLED ? times * BroadcastApi.inFlight(RATE) : 0)
                    .add("talking", talking);
            try (Connection database = installation.operator()) {
                crowd.into(figures, database, outages);
            }
            figures.add("seconds", (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
        }
        return figures;
    }
}
