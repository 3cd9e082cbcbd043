package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.branchline.start.RunningJar;

/** Three processes on one Postgres, of which the one that sends is killed again and again. */
final class BroadcastReplicas {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int REPLICAS = 3;
    private static final int RATE = 100;
    private static final String HELD = "lease held fence=";

    private final Path folder;
    private final int people;
    private final int kills;

    BroadcastReplicas(Path folder, int people, int kills) {
        this.folder = folder;
        this.people = people;
        this.kills = kills;
    }

    /** One of the processes, started anew at the same place. */
    private static final class Replica {

        private final Installation installation;
        private final String name;
        private final int port = RunningJar.freePort();
        private Jar process;

        Replica(Installation installation, int number) {
            this.installation = installation;
            this.name = "replica" + number;
            this.process = installation.replica(name, port);
        }

        BroadcastApi api() {
            process.awaitLine("is listening", PATIENCE);
            return new BroadcastApi("http://localhost:" + port + "/api/v1");
        }

        /** The last fence under which this process held the lease, 0 for none. */
        long fence() {
            return process.lines(HELD)
                    .mapToLong(line -> Long.parseLong(line.replaceFirst(".*" + HELD, "")))
                    .max()
                    .orElse(0);
        }

        void killAndStart() {
            process.kill();
            process = installation.replica(name, port);
        }

        void stop() {
            process.stop();
        }
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("broadcast/replicas");
        try (Installation installation = new Installation(
                folder,
                Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", Integer.toString(RATE), "LEASE_SECONDS", "5"))) {
            installation.open(Installation.Updates.WEBHOOK);
            Members members = Members.join(installation, people);
            installation.kill();
            List<Replica> replicas = new ArrayList<>();
            for (int number = 1; number <= REPLICAS; number++) {
                replicas.add(new Replica(installation, number));
            }
            try {
                replicas.forEach(Replica::api);
                installation.control().post("statistics", SandboxControl.json());
                installation.control().post("limits", SandboxControl.json().put("per_bot", RATE));
                play(installation, members, replicas, figures);
            } finally {
                replicas.forEach(Replica::stop);
                // Whoever started it was killed and is not there to end it.
                installation.postgres("stop", "--mode=fast");
            }
        }
        return figures;
    }

    private void play(Installation installation, Members members, List<Replica> replicas, Figures figures)
            throws SQLException {
        long id = replicas.get(0).api().begin();
        int killed = 0;
        for (int kill = 1; kill <= kills; kill++) {
            long rows = (long) kill * people / (kills + 1);
            Replica holder = replicas.stream()
                    .max(java.util.Comparator.comparingLong(Replica::fence))
                    .orElseThrow();
            BroadcastApi api = replicas.stream()
                    .filter(replica -> replica != holder)
                    .findFirst()
                    .orElseThrow()
                    .api();
            api.awaitLeft(id, rows, PATIENCE);
            Replica sender = replicas.stream()
                    .max(java.util.Comparator.comparingLong(Replica::fence))
                    .orElseThrow();
            sender.killAndStart();
            killed++;
        }
        BroadcastApi api = replicas.get(0).api();
        JsonNode status = api.awaitOver(id, PATIENCE);
        Delivered delivered = Delivered.of(installation, members, status);
        delivered.into(figures, people);
        JsonNode statistics = installation.control().get("statistics");
        figures.exactly("holders_killed", killed, kills)
                .atMost("uncertain", delivered.rows("uncertain"), kills * BroadcastApi.inFlight(RATE))
                .exactly(
                        "too_many_requests",
                        statistics.path("too_many_requests").asLong(),
                        0)
                .add(
                        "most_in_a_second",
                        statistics
                                .path("most_messages_in_a_second")
                                .path(Long.toString(Installation.BOT))
                                .asLong());
    }
}
