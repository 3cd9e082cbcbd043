package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the service says about a broadcast beside what its recipients see. */
record Delivered(JsonNode status, Map<Long, List<String>> readings, Map<Long, String> states) {

    static Delivered of(Installation installation, Members members, JsonNode status) throws SQLException {
        Map<Long, String> states = new HashMap<>();
        try (Connection database = installation.owner();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select chat, state from outbox where content is not null")) {
            while (rows.next()) {
                states.put(rows.getLong(1), rows.getString(2));
            }
        }
        return new Delivered(status, members.readings(), states);
    }

    long rows(String state) {
        return status.path("rows").path(state).asLong();
    }

    /** Messages somebody read more than once. */
    long duplicates() {
        return readings.values().stream().filter(texts -> times(texts) > 1).count();
    }

    /** People who read it below what told them that they had left. */
    long readAfter(String goodbye) {
        return readings.values().stream()
                .filter(texts -> {
                    int left = first(texts, goodbye);
                    return left >= 0 && times(texts.subList(left, texts.size())) > 0;
                })
                .count();
    }

    /** People who were told something. */
    long told(String words) {
        return readings.values().stream()
                .filter(texts -> first(texts, words) >= 0)
                .count();
    }

    private static long times(List<String> texts) {
        return texts.stream().filter(text -> text.contains(BroadcastApi.TEXT)).count();
    }

    private static int first(List<String> texts, String words) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).contains(words)) {
                return i;
            }
        }
        return -1;
    }

    /** Told as sent and not there, or there and told as failed. */
    long misstated() {
        return readings.entrySet().stream()
                .filter(reading -> {
                    String state = states.getOrDefault(reading.getKey(), "none");
                    return state.equals("sent") && times(reading.getValue()) == 0
                            || state.equals("failed") && times(reading.getValue()) > 0
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
