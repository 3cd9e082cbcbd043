package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Several processes on one Postgres take answers in, people coming one after the other, and send a broadcast to others, while
 * something happens to one of them again and again.
 */
final class ReplicasUnderLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int RATE = 30;
    private static final int UPDATES_EACH = 20;
    private static final Duration LONGEST_SHARE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PEOPLE = Duration.ofSeconds(3);

    private final Path folder;
    private final String name;
    private final int processes;
    private final int recipients;
    private final int times;
    private final Map<String, String> settings;
    private final Mishap mishap;

    /**
     * @param name of the figures
     * @param recipients of the broadcast
     * @param times how often it happens
     * @param settings of all the processes
     */
    ReplicasUnderLoad(
            Path folder,
            String name,
            int processes,
            int recipients,
            int times,
            Map<String, String> settings,
            Mishap mishap) {
        this.folder = folder;
        this.name = name;
        this.processes = processes;
        this.recipients = recipients;
        this.times = times;
        this.settings = new HashMap<>(settings);
        this.settings.put("API_KEY", BroadcastApi.KEY);
        this.settings.put("SEND_RATE", Integer.toString(RATE));
        this.mishap = mishap;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures(name);
        long begun = System.nanoTime();
        try (Installation installation = new Installation(folder, settings);
                mishap) {
            installation.open(Installation.Updates.WEBHOOK);
            Members members = Members.join(installation, recipients);
            installation.kill();
            List<Replica> started = IntStream.rangeClosed(1, processes)
                    .mapToObj(number -> new Replica(installation, number, mishap.settings(installation, number)))
                    .toList();
            List<Integer> ports = started.stream().map(Replica::port).toList();
            try (Replicas replicas = new Replicas(installation, started);
                    Readiness readiness = new Readiness(ports);
                    Balancer balancer = new Balancer(installation.port(), ports, readiness::ready)) {
                replicas.awaitAll();
                Stage stage = new Stage(installation, replicas, readiness, balancer);
                stage.awaitReady();
                play(stage, members, figures);
            }
        }
        return figures.add("seconds", (System.nanoTime() - begun) / 1e9);
    }

    private void play(Stage stage, Members members, Figures figures) throws SQLException {
        Crowd crowd = new Crowd(stage.installation().control(), Audit.bundled(), 0, unused -> manner());
        BroadcastApi api = new BroadcastApi(stage.replicas().first().api());
        long id = api.begin();
        api.await("its recipients", id, PATIENCE, now -> now.path("recipients").asLong() >= recipients);
        List<Outage> outages = new ArrayList<>();
        try (Arrivals coming = new Arrivals(BETWEEN_PEOPLE, () -> crowd.another(manner()))) {
            for (int time = 1; time <= times; time++) {
                awaitShare(api, id, (long) time * recipients / (times + 1));
                Outage outage = mishap.happen(stage, time);
                if (mishap.repeats()) {
                    outages.add(outage);
                }
                stage.awaitReady();
            }
        }
        JsonNode status = api.awaitOver(id, PATIENCE);
        crowd.awaitAll(PATIENCE);
        figures.exactly("times", times, times);
        mishap.into(figures, stage);
        figures.add("people", crowd.volunteers().size()).add("updates", crowd.updates());
        try (Connection database = stage.installation().operator()) {
            crowd.into(figures, database, outages);
        }
        Delivered delivered = Delivered.of(stage.installation(), members, status);
        delivered.into(figures, recipients);
        figures.atMost("uncertain", delivered.rows("uncertain"), times * mishap.inDoubt(RATE));
    }

    /** Spreads what happens over the broadcast, but waits no longer than a moment: a busy machine sends little. */
    private static void awaitShare(BroadcastApi api, long id, long rows) {
        long since = System.nanoTime();
        api.await(
                rows + " left or a moment passed",
                id,
                PATIENCE,
                now -> now.path("rows").path("sent").asLong() >= rows
                        || System.nanoTime() - since > LONGEST_SHARE.toNanos());
    }

    private static Volunteer.Manner manner() {
        return Volunteer.Manner.thorough(UPDATES_EACH, false);
    }
}
