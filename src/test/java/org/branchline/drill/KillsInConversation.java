package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code kill -9} while answers come in; after each the service comes up the other way, webhook or polling. */
final class KillsInConversation {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int people;
    private final int updatesEach;
    private final int kills;

    KillsInConversation(Path folder, int people, int updatesEach, int kills) {
        this.folder = folder;
        this.people = people;
        this.updatesEach = updatesEach;
        this.kills = kills;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("answers");
        try (Installation installation = new Installation(folder)) {
            installation.open(Installation.Updates.WEBHOOK);
            installation.control().post("faults", SandboxControl.json().put("duplicate_percent", 20));
            Crowd crowd = new Crowd(
                    installation.control(),
                    Audit.bundled(),
                    people,
                    number -> Volunteer.Manner.thorough(updatesEach, number % 2 == 0));
            long begun = System.nanoTime();
            crowd.begin();
            long total = (long) people * updatesEach;
            List<Outage> killed = new ArrayList<>();
            for (int kill = 1; kill <= kills && crowd.awaitUpdates(kill * total / (kills + 1), PATIENCE); kill++) {
                Instant gone = Instant.now();
                installation.kill();
                installation.open(kill % 2 == 0 ? Installation.Updates.WEBHOOK : Installation.Updates.POLLING);
                killed.add(new Outage(gone, Instant.now()));
            }
            crowd.awaitAll(PATIENCE);
            report(crowd, killed);
            figures.exactly("chats", people, people)
                    .atLeast("updates", crowd.updates(), total)
                    .add(
                            "delivered_twice",
                            installation
                                    .control()
                                    .get("statistics")
                                    .path("updates_repeated")
                                    .asLong())
                    .exactly("kills", killed.size(), kills);
            try (Connection database = installation.operator()) {
                crowd.into(figures, database, killed);
                figures.add(
                        "asked_again",
                        crowd.volunteers().stream()
                                .mapToLong(Volunteer::askedAgain)
                                .sum());
            }
            figures.add("seconds", (System.nanoTime() - begun) / 1e9);
        }
        return figures;
    }

    private static void report(Crowd crowd, List<Outage> killed) {
        crowd.volunteers().stream()
                .filter(volunteer -> !volunteer.isDone() || volunteer.askedTwice(killed) > 0)
                .limit(10)
                .forEach(volunteer -> System.out.println(
                        (volunteer.isDone() ? "asked twice between two kills: chat " : "left without a question: chat ")
                                + volunteer.id() + " at " + volunteer.place() + volunteer.screen()));
    }
}
