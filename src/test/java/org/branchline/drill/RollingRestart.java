package org.branchline.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Each process in turn is ended by SIGTERM and started again. */
final class RollingRestart implements Mishap {

    /** promises.md, SIGTERM. */
    private static final double LONGEST_STOP = 20;

    /** So long a process that was told to end still takes updates. */
    private static final Duration TAKES_ON = Duration.ofSeconds(1);

    private record Stop(int port, long asked, double seconds, double notReadyAfter) {

        /** Whether it takes nothing more, and its balancer cannot have known yet: Telegram comes again then. */
        boolean excuses(Balancer.Passed passed) {
            long known = asked + Readiness.KNOWN_AFTER.toNanos();
            return passed.port() == port && passed.sent() >= asked + TAKES_ON.toNanos() && passed.sent() <= known;
        }
    }

    private final List<Stop> stops = new ArrayList<>();

    @Override
    public Outage happen(Stage stage, int time) {
        Replica one = stage.replicas().all().get(time % stage.replicas().all().size());
        Instant gone = Instant.now();
        long asked = System.nanoTime();
        one.stop();
        double seconds = (System.nanoTime() - asked) / 1e9;
        stage.await(
                "it is known to be gone",
                () -> stage.readiness().seen(one.port(), false, asked) != Double.POSITIVE_INFINITY);
        stops.add(new Stop(one.port(), asked, seconds, stage.readiness().seen(one.port(), false, asked)));
        one.start();
        stage.awaitReady();
        return new Outage(gone, Instant.now());
    }

    private void report(Balancer.Passed passed) {
        String since = stops.stream()
                .filter(stop -> stop.port() == passed.port())
                .map(stop -> Long.toString((passed.sent() - stop.asked()) / 1_000_000))
                .collect(Collectors.joining(", "));
        System.out.println("refused though ready: status " + passed.status()
                + ", sent so many ms after that process's stops: " + since);
    }

    @Override
    public boolean repeats() {
        return false;
    }

    @Override
    public long inDoubt(int rate) {
        return 0;
    }

    @Override
    public void into(Figures figures, Stage stage) {
        List<Balancer.Passed> refused = stage.balancer().passed().stream()
                .filter(passed -> passed.status() != 200)
                .toList();
        long excused = refused.stream()
                .filter(passed -> stops.stream().anyMatch(stop -> stop.excuses(passed)))
                .count();
        refused.stream()
                .filter(passed -> stops.stream().noneMatch(stop -> stop.excuses(passed)))
                .forEach(this::report);
        figures.atMost(
                        "slowest_stop_seconds",
                        stops.stream().mapToDouble(Stop::seconds).max().orElse(0),
                        LONGEST_STOP)
                .atMost(
                        "known_to_stop_seconds",
                        stops.stream().mapToDouble(Stop::notReadyAfter).max().orElse(0),
                        Readiness.KNOWN_AFTER.toMillis() / 1e3)
                .add("requests", stage.balancer().passed().size())
                .add("sent_away_before_that_was_known", excused)
                .exactly("refused_though_ready", refused.size() - excused, 0);
    }
}
