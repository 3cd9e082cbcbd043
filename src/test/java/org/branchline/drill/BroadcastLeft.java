package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Some of the recipients send {@code /stop} while a broadcast goes out. */
final class BroadcastLeft {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final String GOODBYE = "You won't hear from me";

    private final Path folder;
    private final int people;
    private final int leaving;

    BroadcastLeft(Path folder, int people, int leaving) {
        this.folder = folder;
        this.people = people;
        this.leaving = leaving;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("broadcast/left");
        try (Installation installation =
                new Installation(folder, Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", "100"))) {
            installation.open(Installation.Updates.WEBHOOK);
            Members members = Members.join(installation, people);
            BroadcastApi api = new BroadcastApi(installation.api());
            long id = api.begin();
            api.awaitLeft(id, people / 4, PATIENCE);
            members.write("/stop", leaving);
            JsonNode status = api.awaitOver(id, PATIENCE);
            Awaitility.await("everybody who left was told so")
                    .atMost(PATIENCE)
                    .until(() -> Delivered.of(installation, members, status).told(GOODBYE) >= leaving);
            Delivered delivered = Delivered.of(installation, members, status);
            delivered.into(figures, people);
            figures.exactly("left", delivered.told(GOODBYE), leaving)
                    .atLeast("spared", status.path("failed").path("STOPPED").asLong(), 1)
                    .exactly("read_after_goodbye", delivered.readAfter(GOODBYE), 0);
        }
        return figures;
    }
}
