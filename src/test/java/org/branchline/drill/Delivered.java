package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What the service says about a broadcast beside what its recipients see. */
record Delivered(JsonNode status, Map<Long, Integer> readings, Map<Long, String> states) {

    static Delivered of(Installation installation, Members members, JsonNode status) throws SQLException {
        Map<Long, String> states = new HashMap<>();
        try (Connection database = installation.owner();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select chat, state from outbox where content is not null")) {
            while (rows.next()) {
                states.put(rows.getLong(1), rows.getString(2));
            }
        }
        return new Delivered(status, members.readings(BroadcastApi.TEXT), states);
    }

    long rows(String state) {
        return status.path("rows").path(state).asLong();
    }

    /** Messages somebody read more than once. */
    long duplicates() {
        return readings.values().stream().filter(times -> times > 1).count();
    }

    /** Told as sent and not there, or there and told as failed. */
    long misstated() {
        return readings.entrySet().stream()
                .filter(reading -> {
                    String state = states.getOrDefault(reading.getKey(), "none");
                    return state.equals("sent") && reading.getValue() == 0
                            || state.equals("failed") && reading.getValue() > 0
                            || state.equals("none");
                })
                .count();
    }

    /** Recipients of whom the service cannot say what became of their message. */
    long unaccounted(int recipients) {
        return recipients - rows("sent") - rows("failed") - rows("uncertain");
    }

    void into(Figures figures, int recipients) {
        figures.exactly("recipients", status.path("recipients").asLong(), recipients)
                .add("sent", rows("sent"))
                .add("failed", rows("failed"))
                .exactly("duplicates", duplicates(), 0)
                .exactly("unaccounted", unaccounted(recipients), 0)
                .exactly("misstated", misstated(), 0);
    }
}
