package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * The platform tells the bot to be silent in the middle of a broadcast, and the service is started anew meanwhile; another
 * organisation's bot goes on.
 */
final class BroadcastSilenced {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Few, so that the service is there again well before the silence ends, however busy the machine is. */
    private static final int OTHERS = 8;

    private final Path folder;
    private final int people;
    private final Duration silence;

    BroadcastSilenced(Path folder, int people, Duration silence) {
        this.folder = folder;
        this.people = people;
        this.silence = silence;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("broadcast/silenced");
        Map<String, String> settings = new HashMap<>(Neighbour.settings(folder.resolve("workspaces")));
        settings.putAll(Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", "100"));
        try (Installation installation = new Installation(folder, settings)) {
            installation.open(Installation.Updates.POLLING);
            Members members = Members.join(installation, people);
            Neighbour neighbour = new Neighbour(installation.control());
            installation.control().post("statistics", SandboxControl.json());
            BroadcastApi api = new BroadcastApi(installation.api(), Neighbour.first());
            long id = api.begin();
            api.awaitLeft(id, people / 4, PATIENCE);
            long before = installation.control().get("requests").path("last").asLong();
            long begun = System.nanoTime();
            installation
                    .control()
                    .post(
                            "faults",
                            SandboxControl.json().put("bot", Installation.BOT).put("retry_after", silence.toSeconds()));
            Awaitility.await("a 429").atMost(PATIENCE).pollInterval(LOOK).until(() -> tooMany(installation) > 0);
            // The requests that were on their way when the silence began meet it too.
            api.await(
                    "the rest of what was on its way",
                    id,
                    PATIENCE,
                    now -> now.path("rows").path("sending").asLong() == 0);
            long met = tooMany(installation);
            figures.exactly("other_bot_answered", neighbour.asks(OTHERS), OTHERS);
            installation.stop();
            installation.open(Installation.Updates.POLLING);
            api.await("the API answers again", id, PATIENCE, now -> true);
            double spare = silence.toSeconds() - (System.nanoTime() - begun) / 1e9;
            JsonNode status = api.awaitOver(id, PATIENCE);
            Delivered delivered = Delivered.of(installation, members, status);
            delivered.into(figures, people);
            figures.add("silence_seconds", silence.toSeconds())
                    .add("on_their_way", met)
                    // Else it is the start of a process that is measured, and not the end of a silence.
                    .atLeast("started_seconds_before_its_end", spare, 2)
                    .exactly("calls_inside", tooMany(installation) - met, 0)
                    .atMost("resumed_seconds_after", resumedAfter(installation.control(), before), 1)
                    .exactly("uncertain", delivered.rows("uncertain"), 0);
        }
        return figures;
    }

    /** Seconds from the end of the silence as the bot was told it, the latest of what it was told, to its next message. */
    private static double resumedAfter(SandboxControl control, long before) {
        long end = 0;
        long resumed = 0;
        long last = before;
        for (JsonNode some = requests(control, before); !some.isEmpty(); some = requests(control, last)) {
            for (JsonNode request : some) {
                last = request.path("number").asLong();
                if (request.path("bot").asLong() != Installation.BOT
                        || !request.path("method").asText().equalsIgnoreCase("sendMessage")) {
                    continue;
                }
                long at = request.path("at").asLong();
                int told = request.path("retry_after").asInt();
                if (told > 0) {
                    end = Math.max(end, at + told * 1_000L);
                } else if (end > 0 && resumed == 0) {
                    resumed = at;
                }
            }
        }
        return (resumed - end) / 1e3;
    }

    private static JsonNode requests(SandboxControl control, long after) {
        return control.get("requests?after=" + after).path("requests");
    }

    private static long tooMany(Installation installation) {
        return installation
                .control()
                .get("statistics")
                .path("too_many_requests")
                .asLong();
    }
}
