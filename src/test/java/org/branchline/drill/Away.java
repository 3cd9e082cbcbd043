package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The service is down for longer than Telegram keeps presses, with runs open in conversation and others long idle. */
final class Away {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Promised: at most 2 minutes after the return. */
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(120);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String WORDS = "I was away for a moment.";

    private final Path folder;
    private final int talking;
    private final int idle;
    private final Duration down;

    /** Away for so long in real time. */
    Away(Path folder, int talking, int idle, Duration down) {
        this.folder = folder;
        this.talking = talking;
        this.idle = idle;
        this.down = down;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("answers/away");
        try (Installation installation = new Installation(folder)) {
            installation.open(Installation.Updates.POLLING);
            Crowd crowd = new Crowd(
                    installation.control(),
                    Audit.bundled(),
                    talking + idle,
                    number -> Volunteer.Manner.leavingAt("languages"));
            crowd.begin();
            crowd.awaitAll(PATIENCE);
            List<Volunteer> open = crowd.volunteers().subList(0, talking);
            List<Volunteer> resting = crowd.volunteers().subList(talking, talking + idle);
            rest(installation, resting);
            installation.kill();
            long gone = System.nanoTime();
            while (System.nanoTime() - gone < down.toNanos()) {
                LockSupport.parkNanos(down.toNanos() - (System.nanoTime() - gone));
            }
            installation.open(Installation.Updates.POLLING);
            long back = System.nanoTime();
            while (asked(installation, open).filter(times -> times > 0).count() < talking
                    && System.nanoTime() - back < ASKED_WITHIN.toNanos()) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            double seconds = (System.nanoTime() - back) / 1e9;
            // A second question would come with the next rounds.
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            figures.add("away_seconds", down.toSeconds())
                    .exactly(
                            "open_runs", open.stream().filter(Volunteer::isDone).count(), talking)
                    .exactly(
                            "asked_once",
                            asked(installation, open)
                                    .filter(times -> times == 1)
                                    .count(),
                            talking)
                    .exactly(
                            "idle_disturbed",
                            asked(installation, resting)
                                    .filter(times -> times > 0)
                                    .count(),
                            0)
                    .atMost("asked_after_seconds", seconds, ASKED_WITHIN.toSeconds());
        }
        return figures;
    }

    /** Their runs were last touched an hour ago. */
    private static void rest(Installation installation, List<Volunteer> resting) throws SQLException {
        try (Connection owner = installation.owner();
                PreparedStatement statement = owner.prepareStatement(
                        "update run set touched_at = touched_at - interval '1 hour' where chat = any(?)")) {
            statement.setArray(
                    1,
                    owner.createArrayOf(
                            "bigint", resting.stream().map(Volunteer::id).toArray()));
            statement.executeUpdate();
        }
    }

    private static Stream<Long> asked(Installation installation, List<Volunteer> people) {
        return people.stream().map(person -> {
            JsonNode chat = installation.control().get("chats/" + person.id() + "/messages?since=-1");
            long times = 0;
            for (JsonNode message : chat.path("messages")) {
                times += message.path("text").asText().contains(WORDS) ? 1 : 0;
            }
            return times;
        });
    }
}
