package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A broadcast whose service ends again and again while it goes out. */
final class BroadcastInterrupted {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path folder;
    private final int people;
    private final int times;
    private final Way way;

    /** How the process ends. */
    enum Way {
        /** {@code kill -9}: what is in flight becomes uncertain. */
        KILLED,
        /** SIGTERM: what is in flight arrives first. */
        RESTARTED
    }

    BroadcastInterrupted(Path folder, int people, int times, Way way) {
        this.folder = folder;
        this.people = people;
        this.times = times;
        this.way = way;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures(way == Way.KILLED ? "broadcast" : "broadcast/restarts");
        int rate = 100;
        try (Installation installation =
                new Installation(folder, Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", Integer.toString(rate)))) {
            installation.open(Installation.Updates.POLLING);
            Members members = Members.join(installation, people);
            installation.stop();
            installation.open(Installation.Updates.POLLING);
            BroadcastApi api = new BroadcastApi(installation.api());
            long begun = System.nanoTime();
            long id = api.begin(UUID.randomUUID().toString(), 0);
            int ended = 0;
            for (int time = 1; time <= times; time++) {
                awaitLeft(api, id, (long) time * people / (times + 1));
                if (way == Way.KILLED) {
                    installation.kill();
                } else {
                    installation.stop();
                }
                installation.open(Installation.Updates.POLLING);
                ended++;
            }
            JsonNode status = Awaitility.await("the broadcast is over")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> api.look(id), now -> now.path("state").asText().equals("done"));
            figures.exactly("ended", ended, times);
            Delivered delivered = Delivered.of(installation, members, status);
            delivered.into(figures, people);
            // design.md: at most max(8, SEND_RATE x 0.15 s) rows are in flight at any commit.
            long inFlight = Math.max(8, (long) (rate * 0.15));
            figures.atMost("uncertain", delivered.rows("uncertain"), way == Way.KILLED ? times * inFlight : 0)
                    .add("seconds", (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
        }
        return figures;
    }

    private static void awaitLeft(BroadcastApi api, long id, long rows) {
        Awaitility.await(rows + " left").atMost(PATIENCE).pollInterval(LOOK).until(() -> {
            JsonNode now = api.look(id).path("rows");
            return now.path("sent").asLong() + now.path("uncertain").asLong() >= rows;
        });
    }
}
