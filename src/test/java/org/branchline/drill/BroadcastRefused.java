package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A broadcast to people of whom some blocked the bot, through a platform that answers badly. */
final class BroadcastRefused {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path folder;
    private final int people;
    private final int blocked;
    private final double faultyPercent;

    /**
     * @param faultyPercent of requests that meet each of the platform's faults
     */
    BroadcastRefused(Path folder, int people, int blocked, double faultyPercent) {
        this.folder = folder;
        this.people = people;
        this.blocked = blocked;
        this.faultyPercent = faultyPercent;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures(faultyPercent > 0 ? "broadcast/faults" : "broadcast/blocked");
        try (Installation installation =
                new Installation(folder, Map.of("API_KEY", BroadcastApi.KEY, "SEND_RATE", "200"))) {
            installation.open(Installation.Updates.POLLING);
            Members members = Members.join(installation, people);
            // Only a refused message tells of it: the platform keeps its own update back.
            installation.control().post("faults", SandboxControl.json().put("pause", blocked > 0));
            members.block(blocked);
            installation.control().post("statistics", SandboxControl.json());
            installation.control().post("faults", faults(faultyPercent));
            BroadcastApi api = new BroadcastApi(installation.api());
            long id = api.begin();
            JsonNode status = api.awaitOver(id, PATIENCE);
            installation.control().post("faults", faults(0));
            Delivered delivered = Delivered.of(installation, members, status);
            delivered.into(figures, status.path("recipients").asInt());
            long requests = 0;
            for (JsonNode outcome :
                    installation.control().get("statistics").path("requests").path("sendmessage")) {
                requests += outcome.asLong();
            }
            figures.add("requests", requests).add("uncertain", delivered.rows("uncertain"));
            if (faultyPercent == 0) {
                figures.exactly("blocked", status.path("failed").path("BLOCKED").asLong(), blocked)
                        .exactly("sent_to_others", delivered.rows("sent"), people - blocked)
                        .exactly("requests_to_blocked", requests - (people - blocked), blocked);
            }
        }
        return figures;
    }

    private static ObjectNode faults(double percent) {
        return SandboxControl.json()
                .put("error_percent", percent)
                .put("html_percent", percent)
                .put("truncated_percent", percent)
                .put("cut_before_percent", percent)
                .put("cut_after_percent", percent);
    }
}
