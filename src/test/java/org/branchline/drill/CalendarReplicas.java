package org.branchline.drill;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Three processes on one Postgres reach the same occurrences, while the one that sends is ended or stands still again and again. */
final class CalendarReplicas {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int REPLICAS = 3;
    private static final int RATE = 20;
    private static final int LEASE_SECONDS = 5;
    /** So long before the first of them all must be planned. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private static final List<ZoneId> ZONES = Zones.TWENTY_FOUR;

    private final Path folder;
    private final int people;
    private final int times;
    private final Way way;

    /** What happens to the holder. */
    enum Way {
        /** {@code kill -9}. */
        KILLED,
        /** {@code SIGSTOP} for two leases. */
        FROZEN
    }

    CalendarReplicas(Path folder, int people, int times, Way way) {
        this.folder = folder;
        this.people = people;
        this.times = times;
        this.way = way;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures(way == Way.KILLED ? "calendar" : "calendar/frozen");
        BundledWorkspace.copy(
                folder.resolve("workspace"), text -> text.replace("quiet_hours: 21:00-08:00", "quiet_hours: none"));
        try (Installation installation = new Installation(
                folder,
                Map.of(
                        "WORKSPACE",
                                folder.resolve("workspace").toAbsolutePath().toString(),
                        "SEND_RATE", Integer.toString(RATE),
                        "LEASE_SECONDS", Integer.toString(LEASE_SECONDS)))) {
            installation.open(Installation.Updates.WEBHOOK);
            Members members = Members.join(installation, people);
            Prompted prompted = new Prompted(installation);
            prompted.live(ZONES);
            installation.kill();
            try (Replicas replicas = new Replicas(installation, REPLICAS)) {
                replicas.awaitAll();
                begin(prompted);
                play(installation, prompted, members, replicas, figures);
            }
        }
        return figures;
    }

    /** A prompt for each clock, one half due at the next full minute, the other a minute later. */
    private static void begin(Prompted prompted) throws SQLException {
        OffsetDateTime first = Prompted.now().plus(AHEAD).plusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
        for (ZoneId zone : ZONES) {
            OffsetDateTime due = first.plusMinutes(ZONES.indexOf(zone) % 2);
            prompted.begin(
                    "{\"zone\": [\"" + zone + "\"]}",
                    "FREQ=DAILY;COUNT=1",
                    due.atZoneSameInstant(zone).toLocalDateTime(),
                    Prompted.now());
        }
    }

    private void play(Installation installation, Prompted prompted, Members members, Replicas replicas, Figures figures)
            throws SQLException {
        int happened = 0;
        for (int time = 1; time <= times; time++) {
            long rows = (long) time * people / (times + 1);
            await("question " + rows).until(() -> prompted.questions("sent", "uncertain") >= rows);
            happen(replicas.holder());
            happened++;
        }
        await("all have left").until(() -> prompted.questions("sent", "uncertain") >= people);
        Map<Long, List<String>> readings = members.readings();
        long missing =
                readings.values().stream().filter(texts -> times(texts) == 0).count();
        long uncertain = prompted.questions("uncertain");
        figures.exactly("occurrences", prompted.number("select count(*) from prompt_asked"), people)
                .exactly(way == Way.KILLED ? "holders_killed" : "holders_frozen", happened, times)
                .exactly(
                        "twice",
                        readings.values().stream()
                                .filter(texts -> times(texts) > 1)
                                .count(),
                        0)
                .atMost("uncertain", uncertain, times * BroadcastApi.inFlight(RATE))
                .atMost("missing", missing, uncertain)
                .exactly("missing_not_listed", notListed(installation, readings), 0)
                .atMost("queued_seconds_after_due", prompted.latest(), 15);
    }

    private void happen(Replica holder) {
        if (way == Way.KILLED) {
            holder.killAndStart();
            return;
        }
        long since = System.nanoTime();
        long still = Duration.ofSeconds(2L * LEASE_SECONDS).toNanos();
        holder.freeze();
        try {
            await("two leases").until(() -> System.nanoTime() - since >= still);
        } finally {
            holder.thaw();
        }
    }

    /** Whoever read nothing, and whose question is told as sent. */
    private static long notListed(Installation installation, Map<Long, List<String>> readings) throws SQLException {
        long notListed = 0;
        for (Map.Entry<Long, List<String>> reading : readings.entrySet()) {
            if (times(reading.getValue()) == 0) {
                notListed += new Prompted(installation)
                                        .number("select count(*) from outbox where state = 'uncertain' and chat = "
                                                + reading.getKey())
                                == 0
                        ? 1
                        : 0;
            }
        }
        return notListed;
    }

    private static long times(List<String> texts) {
        return texts.stream().filter(text -> text.contains(Prompted.QUESTION)).count();
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(LOOK);
    }
}
