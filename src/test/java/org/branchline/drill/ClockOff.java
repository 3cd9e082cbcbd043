package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * The clock of one of three processes is minutes off. It holds the bot's lease first, and then another does; all updates go
 * to it throughout.
 */
final class ClockOff {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int REPLICAS = 3;
    private static final int TALKING = 5;
    private static final int UPDATES_EACH = 20;
    private static final int LONGEST_WAIT = 15;
    /** So long before all of them must be planned. */
    private static final Duration AHEAD = Duration.ofSeconds(25);
    /** What it takes until a process's word is read from its log. */
    private static final double READ_AFTER = 30;

    private final Path folder;
    private final String name;
    private final int minutes;
    private final int each;
    private final Map<String, String> off;

    /**
     * @param minutes by how many the clock is ahead, negative for behind
     * @param each how many get each message
     */
    ClockOff(Path folder, String name, int minutes, int each) {
        this.folder = folder;
        this.name = name;
        this.minutes = minutes;
        this.each = each;
        this.off = FakeTime.off(minutes);
    }

    Figures play() throws SQLException {
        Figures figures = new Figures(name);
        long begun = System.nanoTime();
        BundledWorkspace.copy(
                folder.resolve("workspace"), text -> text.replace("quiet_hours: 21:00-08:00", "quiet_hours: none"));
        try (Installation installation = new Installation(
                folder,
                Map.of(
                        "WORKSPACE",
                        folder.resolve("workspace").toAbsolutePath().toString(),
                        "API_KEY",
                        BroadcastApi.KEY))) {
            installation.open(Installation.Updates.WEBHOOK);
            OffsetDateTime since = Prompted.now();
            Members.join(installation, AtOneMoment.GROUPS * each);
            AtOneMoment moment = new AtOneMoment(installation, each);
            installation.kill();
            Replica wrong = new Replica(installation, 1, off);
            wrong.await();
            figures.atLeast(
                    "clock_off_seconds",
                    wrong.clockOff(Instant.now()).toSeconds() * Integer.signum(minutes),
                    Math.abs(minutes) * 60 - READ_AFTER);
            await("it holds the lease").until(() -> wrong.fence() > 0);
            List<Replica> all = List.of(wrong, new Replica(installation, 2), new Replica(installation, REPLICAS));
            try (Replicas replicas = new Replicas(installation, all);
                    Balancer balancer = new Balancer(installation.port(), List.of(wrong.port()))) {
                replicas.awaitAll();
                Crowd crowd = new Crowd(
                        installation.control(),
                        Audit.bundled(),
                        0,
                        unused -> Volunteer.Manner.thorough(UPDATES_EACH, false));
                long fence = fence(installation);
                happen(installation, replicas, moment, crowd, figures, "held");
                wrong.stop();
                await("another holds the lease").until(() -> replicas.holder() != wrong);
                wrong.start();
                wrong.await();
                happen(installation, replicas, moment, crowd, figures, "not_held");
                figures.exactly("holders_since", fence(installation) - fence, 1);
                try (Connection database = installation.operator()) {
                    crowd.into(figures, database, List.of());
                }
                figures.exactly("wrong_moments", Moments.outside(installation, since), 0);
            }
        }
        return figures.add("seconds", (System.nanoTime() - begun) / 1e9);
    }

    private void happen(
            Installation installation, Replicas replicas, AtOneMoment moment, Crowd crowd, Figures figures, String when)
            throws SQLException {
        Replica wrong = replicas.first();
        OffsetDateTime due = Prompted.now().plus(AHEAD).plusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
        moment.plan(new BroadcastApi(wrong.api()), due);
        for (int person = 0; person < TALKING; person++) {
            crowd.another(Volunteer.Manner.thorough(UPDATES_EACH, false));
        }
        figures.exactly("shown_minutes_off_" + when, moment.shownOff(), 0);
        crowd.awaitAll(PATIENCE);
        await("all is said").until(() -> moment.arrivals(due).missing() == 0);
        AtOneMoment.Arrivals arrived = moment.arrivals(due);
        figures.exactly("said_" + when, arrived.all(), 3L * each)
                .exactly("early_" + when, arrived.early(), 0)
                .atMost("seconds_late_" + when, arrived.latest(), LONGEST_WAIT)
                .exactly("twice_" + when, arrived.twice(), 0)
                .exactly("lease_seconds_wrong_" + when, wrongLease(installation), 0);
    }

    /** Leases that end in the past or later than a lease lasts, by Postgres's clock. */
    private static long wrongLease(Installation installation) throws SQLException {
        return new Prompted(installation)
                .number("select count(*) from bot where held_until < clock_timestamp()"
                        + " or held_until > clock_timestamp() + interval '10 seconds'");
    }

    private static long fence(Installation installation) throws SQLException {
        return new Prompted(installation).number("select fence from bot");
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(LOOK);
    }
}
