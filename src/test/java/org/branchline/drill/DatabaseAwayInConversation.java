package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The database is away again and again while answers come in by webhook. */
final class DatabaseAwayInConversation {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int people;
    private final int updatesEach;
    private final DatabaseTrouble trouble;
    private final int times;

    DatabaseAwayInConversation(Path folder, int people, int updatesEach, DatabaseTrouble trouble, int times) {
        this.folder = folder;
        this.people = people;
        this.updatesEach = updatesEach;
        this.trouble = trouble;
        this.times = times;
    }

    Figures play() throws SQLException {
        Figures figures =
                new Figures(trouble == DatabaseTrouble.STOPPED ? "answers/postgres" : "answers/postgres frozen");
        try (Installation installation = new Installation(folder)) {
            installation.open(Installation.Updates.WEBHOOK);
            Crowd crowd = new Crowd(
                    installation.control(),
                    Audit.bundled(),
                    people,
                    number -> Volunteer.Manner.thorough(updatesEach, false));
            crowd.begin();
            try (DatabaseTroubles troubles = new DatabaseTroubles(installation, trouble)) {
                long total = (long) people * updatesEach;
                for (int time = 1; time <= times; time++) {
                    crowd.awaitUpdates(time * total / (times + 1), PATIENCE);
                    troubles.happen();
                }
                crowd.awaitAll(PATIENCE);
                troubles.into(figures, times);
                figures.add("updates", crowd.updates());
                try (Connection database = installation.operator()) {
                    crowd.into(figures, database, troubles.outages());
                }
            }
        }
        return figures;
    }
}
