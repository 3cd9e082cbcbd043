package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Three processes on one Postgres, of which the one that sends is killed again and again. */
final class BroadcastReplicas {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int REPLICAS = 3;
    private static final int RATE = 100;

    private final Path folder;
    private final int people;
    private final int kills;

    BroadcastReplicas(Path folder, int people, int kills) {
        this.folder = folder;
        this.people = people;
        this.kills = kills;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("broadcast/replicas");
        try (Installation installation = new Installation(
                folder,
                Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", Integer.toString(RATE), "LEASE_SECONDS", "5"))) {
            installation.open(Installation.Updates.WEBHOOK);
            Members members = Members.join(installation, people);
            installation.kill();
            try (Replicas replicas = new Replicas(installation, REPLICAS)) {
                replicas.awaitAll();
                installation.control().post("statistics", SandboxControl.json());
                installation.control().post("limits", SandboxControl.json().put("per_bot", RATE));
                play(installation, members, replicas, figures);
            }
        }
        return figures;
    }

    private void play(Installation installation, Members members, Replicas replicas, Figures figures)
            throws SQLException {
        long id = api(replicas.first()).begin();
        int killed = 0;
        for (int kill = 1; kill <= kills; kill++) {
            long rows = (long) kill * people / (kills + 1);
            api(replicas.otherThan(replicas.holder())).awaitLeft(id, rows, PATIENCE);
            replicas.holder().killAndStart();
            killed++;
        }
        BroadcastApi api = api(replicas.first());
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

    private static BroadcastApi api(Replica replica) {
        return new BroadcastApi(replica.api());
    }
}
