package org.branchline.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.drill.wire.Fault;
import org.branchline.drill.wire.FaultProxy;

/** The way between the process that holds the bot's lease and Postgres is cut, each time in another manner, and mended. */
final class CutFromDatabase implements Mishap {

    /** promises.md, Postgres frozen. */
    private static final double REFUSED_WITHIN = 6;

    private static final double HEALED_WITHIN = 10;
    /** Until the next process looks whether the lease is free: three tenths of it, and what a busy machine adds. */
    private static final double UNTIL_THE_NEXT_LOOK = 3;

    private static final int UPDATES_APART = 10_000;
    private static final int FIRST_UPDATE = 1_600_000_000;
    private static final Duration LOOK_FIRST = Duration.ofSeconds(1);

    private static final String KEPT = "select count(*) from update_seen where organisation = 1 and update_id = any(?)";

    private final Duration lease;
    private final Duration length;
    private final List<Fault> manners;
    private final double leeway;
    private final Map<Integer, FaultProxy> proxies = new ConcurrentHashMap<>();
    private final List<Cut> cuts = new ArrayList<>();

    /**
     * One, in monotonic nanoseconds.
     *
     * @param passed seconds until another process held the lease
     * @param notReady seconds until it was known not to be ready
     * @param ready seconds until it was known to be ready again
     */
    private record Cut(
            Fault manner,
            Probe probe,
            long gone,
            long mending,
            long mended,
            double passed,
            double notReady,
            double ready) {

        double refusedWithin() {
            return probe.slowest(503, gone, mending);
        }

        double healedWithin() {
            return probe.firstSuccess(mended);
        }
    }

    /**
     * @param lease how long it is
     * @param length for how long the way is cut, at least, and until another process holds the lease
     * @param manners how the way is cut, one after the other
     * @param leeway how many times as long as promised everything may take; 1 where the drill has the
     *     machine to itself, and many connections to lose a commit's answer on
     */
    CutFromDatabase(Duration lease, Duration length, List<Fault> manners, double leeway) {
        this.leeway = leeway;
        this.lease = lease;
        this.length = length;
        this.manners = List.copyOf(manners);
    }

    @Override
    public Map<String, String> settings(Installation installation, int number) {
        FaultProxy proxy = new FaultProxy(installation.database().port());
        proxies.put(number, proxy);
        return Map.of("DATABASE_URL", installation.databaseUrl(proxy.port()));
    }

    @Override
    public Outage happen(Stage stage, int time) {
        Replica holder = stage.replicas().holder();
        FaultProxy proxy = proxies.get(stage.replicas().all().indexOf(holder) + 1);
        Fault manner = manners.get((time - 1) % manners.size());
        Probe probe = new Probe(
                "http://localhost:" + holder.port() + "/telegram/" + Installation.BOT,
                FIRST_UPDATE + time * UPDATES_APART);
        try (probe) {
            stage.pass(LOOK_FIRST);
            Instant outage = Instant.now();
            proxy.become(manner);
            long gone = System.nanoTime();
            double passed = stage.awaitAnotherThan(holder, gone);
            stage.await("it was cut for long enough", () -> System.nanoTime() - gone >= length.toNanos());
            long mending = System.nanoTime();
            proxy.become(Fault.NONE);
            long mended = System.nanoTime();
            stage.await(
                    "it takes updates in again",
                    () -> probe.firstSuccess(mended) < Double.MAX_VALUE
                            && stage.readiness().seen(holder.port(), true, mended) < Double.MAX_VALUE);
            cuts.add(new Cut(
                    manner,
                    probe,
                    gone,
                    mending,
                    mended,
                    passed,
                    stage.readiness().seen(holder.port(), false, gone),
                    stage.readiness().seen(holder.port(), true, mended)));
            return new Outage(outage, Instant.now());
        }
    }

    @Override
    public void into(Figures figures, Stage stage) {
        figures.atMost("lease_passed_seconds", most(Cut::passed), leeway * (lease.toSeconds() + UNTIL_THE_NEXT_LOOK))
                .atMost("not_ready_seconds", most(Cut::notReady), leeway * REFUSED_WITHIN)
                .atMost("slowest_503_seconds", most(Cut::refusedWithin), leeway * REFUSED_WITHIN)
                .exactly(
                        "not_503_while_cut",
                        cuts.stream()
                                .mapToLong(cut -> cut.probe().otherThan(503, cut.gone(), cut.mending()))
                                .sum(),
                        0)
                .atMost("healed_seconds", most(Cut::healedWithin), leeway * HEALED_WITHIN)
                .atMost("ready_again_seconds", most(Cut::ready), leeway * HEALED_WITHIN);
        try (Connection owner = stage.installation().owner()) {
            long notKept = 0;
            long refused = 0;
            long unheard = 0;
            for (Cut cut : cuts) {
                List<Integer> taken = cut.probe().updates(200, true);
                notKept += taken.size() - kept(owner, taken);
                long kept = kept(owner, cut.probe().updates(200, false));
                refused += kept;
                unheard += cut.manner() == Fault.MUTE_FROM_COMMIT ? kept : 0;
            }
            figures.exactly("answered_and_not_kept", notKept, 0)
                    .add("kept_though_refused", refused)
                    .atLeast(
                            "kept_though_refused_where_a_commit_was_not_heard",
                            unheard,
                            leeway == 1 && manners.contains(Fault.MUTE_FROM_COMMIT) ? 1 : 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private double most(java.util.function.ToDoubleFunction<Cut> seconds) {
        return cuts.stream().mapToDouble(seconds).max().orElse(0);
    }

    private static long kept(Connection owner, List<Integer> updates) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(KEPT)) {
            statement.setArray(
                    1,
                    owner.createArrayOf(
                            "bigint", updates.stream().map(Integer::longValue).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
    }
}
