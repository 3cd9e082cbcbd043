package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The database is away again and again while a broadcast goes out. */
final class BroadcastDatabaseAway {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int RATE = 100;

    private final Path folder;
    private final int people;
    private final DatabaseTrouble trouble;
    private final int times;

    BroadcastDatabaseAway(Path folder, int people, DatabaseTrouble trouble, int times) {
        this.folder = folder;
        this.people = people;
        this.trouble = trouble;
        this.times = times;
    }

    Figures play() throws SQLException {
        Figures figures =
                new Figures(trouble == DatabaseTrouble.STOPPED ? "broadcast/postgres" : "broadcast/postgres frozen");
        try (Installation installation =
                new Installation(folder, Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", Integer.toString(RATE)))) {
            installation.open(Installation.Updates.WEBHOOK);
            Members members = Members.join(installation, people);
            BroadcastApi api = new BroadcastApi(installation.api());
            try (DatabaseTroubles troubles = new DatabaseTroubles(installation, trouble)) {
                long id = api.begin();
                for (int time = 1; time <= times; time++) {
                    api.awaitLeft(id, (long) time * people / (times + 1), PATIENCE);
                    troubles.happen();
                }
                JsonNode status = api.awaitOver(id, PATIENCE);
                Delivered delivered = Delivered.of(installation, members, status);
                delivered.into(figures, people);
                troubles.into(figures, times);
                figures.atMost("uncertain", delivered.rows("uncertain"), times * BroadcastApi.inFlight(RATE));
            }
        }
        return figures;
    }
}
