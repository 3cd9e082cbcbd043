package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One broadcast after the other to those who said they would do something, while they talk with the bot. */
final class BroadcastsMeanwhile {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** What the bundled audit saves of what people would like to do. */
    private static final List<String> SKILLS = List.of("calls", "leaflets", "posts", "events", "translate", "visit");

    private static final String STATES = """
            select o.chat, o.state from outbox o join broadcast b on b.organisation = o.organisation and b.content = o.content
            where b.id = ?
            """;

    private final Installation installation;
    private final BroadcastApi api;
    private final List<Long> ids = new CopyOnWriteArrayList<>();

    BroadcastsMeanwhile(Installation installation, BroadcastApi api) {
        this.installation = installation;
        this.api = api;
    }

    /** Begins the next one: the first goes to everybody, the others each to some. */
    void next() throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            // They pressed Everything below Fewer messages: more than two a week, and than one a day.
            statement.execute("update member set weekly_messages = 1000 where weekly_messages is null");
        }
        ObjectNode audience = SandboxControl.json();
        if (!ids.isEmpty()) {
            audience.putObject("attributes").putObject("all").put("skills", SKILLS.get(ids.size() % SKILLS.size()));
        }
        ids.add(api.begin(words(ids.size()), audience));
    }

    private static String words(int number) {
        return BroadcastApi.TEXT + " (" + (number + 1) + ")";
    }

    /** Waits until all are over, and adds what became of them. */
    void into(Figures figures, int promised, Map<Long, List<Seen>> chats, int interruptions, int rate)
            throws SQLException {
        long recipients = 0;
        long sent = 0;
        long failed = 0;
        long uncertain = 0;
        long duplicates = 0;
        long unaccounted = 0;
        long misstated = 0;
        long strangers = 0;
        for (int number = 0; number < ids.size(); number++) {
            JsonNode status = api.awaitOver(ids.get(number), PATIENCE);
            Map<Long, String> states = states(ids.get(number));
            Map<Long, List<String>> readings = readings(words(number), chats);
            strangers += readings.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty() && !states.containsKey(each.getKey()))
                    .count();
            readings.keySet().retainAll(states.keySet());
            Delivered delivered = new Delivered(status, readings, states);
            int to = status.path("recipients").asInt();
            recipients += to;
            sent += delivered.rows("sent");
            failed += delivered.rows("failed");
            uncertain += delivered.rows("uncertain");
            duplicates += delivered.duplicates();
            unaccounted += delivered.unaccounted(to);
            misstated += delivered.misstated();
        }
        figures.exactly("broadcasts", ids.size(), promised)
                .atLeast("recipients", recipients, promised)
                .add("sent", sent)
                .add("failed", failed)
                .atMost("uncertain", uncertain, interruptions * BroadcastApi.inFlight(rate))
                .exactly("broadcast_twice", duplicates, 0)
                .exactly("unaccounted", unaccounted, 0)
                .exactly("misstated", misstated, 0)
                .exactly("not_meant", strangers, 0);
    }

    private Map<Long, String> states(long id) throws SQLException {
        Map<Long, String> states = new HashMap<>();
        try (Connection owner = installation.owner();
                PreparedStatement statement = owner.prepareStatement(STATES)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    states.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return states;
    }

    private static Map<Long, List<String>> readings(String words, Map<Long, List<Seen>> chats) {
        Map<Long, List<String>> readings = new HashMap<>();
        chats.forEach((chat, all) -> readings.put(
                chat,
                new ArrayList<>(all.stream()
                        .filter(Seen::bot)
                        .map(Seen::text)
                        .filter(text -> text.contains(words))
                        .toList())));
        return readings;
    }
}
