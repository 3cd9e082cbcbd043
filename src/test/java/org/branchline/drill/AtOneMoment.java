package org.branchline.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Three messages that may leave at one moment and not before: the question of a prompt, a broadcast for an hour where each
 * lives, and one whose readers' night ends then. Each has readers of its own, known by their zone.
 */
final class AtOneMoment {

    /** Their clocks agree all year. */
    private static final List<String> ZONES = List.of(
            "Africa/Abidjan", "Africa/Accra", "Africa/Dakar", "Africa/Bamako", "Africa/Banjul", "Africa/Conakry");

    /** Readers of two times three messages. */
    static final int GROUPS = ZONES.size();

    private static final int MESSAGES = 3;
    private static final Duration NIGHT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SHOWN = Pattern.compile("Your time: [^\\n]*?(\\d\\d:\\d\\d)");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Installation installation;
    private final Prompted prompted;
    private final int each;
    private int planned;

    /**
     * @param each how many get each message
     */
    AtOneMoment(Installation installation, int each) throws SQLException {
        this.installation = installation;
        this.prompted = new Prompted(installation);
        this.each = each;
        prompted.live(ZONES.stream().map(ZoneId::of).toList());
    }

    /**
     * What came of one moment.
     *
     * @param all messages that arrived
     * @param early before the moment
     * @param latest seconds after it
     * @param twice people who read theirs more than once
     */
    record Arrivals(long all, long early, long latest, long twice, long missing) {}

    /**
     * Plans all three for others than before.
     *
     * @param due a full minute
     */
    void plan(BroadcastApi api, OffsetDateTime due) throws SQLException {
        int first = planned * MESSAGES;
        planned++;
        prompted.begin(
                audience(first),
                "FREQ=DAILY;COUNT=1",
                due.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                Prompted.now());
        api.begin(
                audience(first + 1),
                "\"quiet_hours\": \"ignore\", \"at\": {\"local_hour\": \"" + HOUR.format(due) + "\", \"date\": \""
                        + due.toLocalDate() + "\"}");
        night(api.begin(audience(first + 2), "\"hold_seconds\": 5"), due);
    }

    private static String audience(int group) {
        return "{\"zone\": [\"" + ZONES.get(group) + "\"]}";
    }

    /** As if the workspace had said so when it was begun. */
    private void night(long broadcast, OffsetDateTime until) throws SQLException {
        try (Connection owner = installation.owner();
                PreparedStatement statement =
                        owner.prepareStatement("update broadcast set quiet_from = ?, quiet_until = ? where id = ?")) {
            statement.setObject(1, until.minus(NIGHT).toLocalTime());
            statement.setObject(2, until.toLocalTime());
            statement.setLong(3, broadcast);
            statement.executeUpdate();
        }
    }

    /** What arrived of what was planned last. */
    Arrivals arrivals(OffsetDateTime due) {
        int first = (planned - 1) * MESSAGES;
        List<Instant> all = new ArrayList<>();
        long twice = 0;
        long missing = 0;
        for (int number = 0; number < GROUPS * each; number++) {
            int message = number % GROUPS - first;
            if (message >= 0 && message < MESSAGES) {
                String words = message == 0 ? Prompted.QUESTION : BroadcastApi.TEXT;
                List<Instant> read = new Caller(installation.control(), Members.FIRST + number)
                        .reads().join().stream()
                                .filter(seen -> seen.text().contains(words))
                                .map(Seen::at)
                                .toList();
                all.addAll(read);
                twice += read.size() > 1 ? 1 : 0;
                missing += read.isEmpty() ? 1 : 0;
            }
        }
        Instant moment = due.toInstant();
        return new Arrivals(
                all.size(),
                all.stream().filter(at -> at.isBefore(moment)).count(),
                all.stream()
                        .mapToLong(at -> Duration.between(moment, at).toSeconds())
                        .max()
                        .orElse(0),
                twice,
                missing);
    }

    /** By how many minutes the time that somebody is shown is not theirs; one while the minute turns is none. */
    long shownOff() {
        Caller caller = new Caller(installation.control(), Members.FIRST);
        long before = shown(caller).size();
        caller.types("/me").join();
        List<LocalTime> shown =
                Awaitility.await("/me").atMost(PATIENCE).until(() -> shown(caller), all -> all.size() > before);
        long minutes = Math.abs(Duration.between(
                        shown.get(shown.size() - 1),
                        LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES))
                .toMinutes());
        return minutes <= 1 || minutes == Duration.ofDays(1).toMinutes() - 1 ? 0 : minutes;
    }

    private static List<LocalTime> shown(Caller caller) {
        return caller.reads().join().stream()
                .map(seen -> SHOWN.matcher(seen.text()))
                .filter(Matcher::find)
                .map(found -> LocalTime.parse(found.group(1)))
                .toList();
    }
}
