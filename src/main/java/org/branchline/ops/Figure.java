package org.branchline.ops;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the service itself tells at {@code /q/metrics}: its name there, what it answers, its labels. No label ever holds
 * a person, a chat or a word of anybody; a bot stands by its public number.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists that List.of made, and an array that is never given away
public enum Figure {
    /** Buckets: a turn is a few milliseconds; 5 s is the longest that a statement of one may take. */
    TURN(
            Kind.TIMES,
            "branchline_turn_seconds",
            "How long turns took from when they could have begun until they were committed, and how they ended",
            within(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000),
            "outcome",
            "begun_by"),
    UPDATES(
            Kind.COUNT,
            "branchline_updates_total",
            "Updates that were delivered here, and how each was answered",
            "answer"),
    GIVEN_UP(
            Kind.COUNT, "branchline_updates_given_up_total", "Updates that were given up here and became dead letters"),
    SENDS(
            Kind.COUNT,
            "branchline_sends_total",
            "Messages that came into a state here; queued: it is tried again, and why",
            "state",
            "reason"),
    /** Buckets: the Bot API answers in 60 to 100 ms; a request is over after 10 s. */
    REQUEST(
            Kind.TIMES,
            "branchline_request_seconds",
            "How long the Bot API took over messages that were sent to it, and what came of it",
            within(25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000),
            "outcome"),
    FLOOD_LIMITS(Kind.COUNT, "branchline_flood_limits_total", "How often the Bot API asked to wait (429)"),
    FLOOD_LIMIT_SECONDS(
            Kind.COUNT,
            "branchline_flood_limit_seconds_total",
            "How many seconds the Bot API asked to wait, all together"),
    /** Buckets: promised are 15 s; what is minutes late was an outage. */
    PROMPT_LATE(
            Kind.TIMES,
            "branchline_prompt_late_seconds",
            "How long after they fell due members were asked the questions of a prompt: of each step the one who waited longest",
            within(1_000, 5_000, 15_000, 30_000, 60_000, 300_000, 900_000, 3_600_000),
            new String[0]),
    LEASE(
            Kind.STATE,
            "branchline_lease_held",
            "1 where this process holds the bot's lease and sends for it, else 0: the sum over all is 1",
            "bot"),
    OUTBOX(
            Kind.STATE,
            "branchline_outbox_rows",
            "Messages in the queue, counted up to 10,000 each; every replica tells the same, so take the max",
            "bot",
            "priority"),
    OUTBOX_AGE(
            Kind.STATE,
            "branchline_outbox_oldest_seconds",
            "For how long the oldest message that may go has waited, 0 for none; every replica tells the same, so take the max",
            "bot",
            "priority"),
    RUNS(
            Kind.STATE,
            "branchline_runs",
            "Runs that ask or wait, counted up to 10,000 each; every replica tells the same, so take the max",
            "bot",
            "stage"),
    DEAD_LETTERS(
            Kind.STATE,
            "branchline_dead_letters",
            "Updates that are kept, given up (dead) or to be tried again (parked), counted up to 1,000 in all; every replica"
                    + " tells the same, so take the max",
            "bot",
            "state"),
    FIGURES_AGE(
            Kind.STATE,
            "branchline_figures_age_seconds",
            "How old are the figures that this process read from Postgres; older than a minute: Postgres does not answer",
            "bot"),
    CONNECTIONS(
            Kind.STATE,
            "branchline_database_connections",
            "Connections of this process to Postgres: in use by a transaction, free for another",
            "state"),
    DATABASE_WAITING(
            Kind.STATE,
            "branchline_database_waiting",
            "Transactions of this process that wait for a connection to Postgres"),
    READY(
            Kind.STATE,
            "branchline_ready",
            "1 where this part of the process was ready when somebody last asked for readiness, else 0",
            "part"),
    BUILD(
            Kind.STATE,
            "branchline_build_info",
            "1, with the release this is and the revision it was built from",
            "version",
            "revision");

    /** What a figure is, and under which names Prometheus reads it. */
    enum Kind {
        /** A histogram. */
        TIMES("_bucket", "_count", "_sum", "_max"),
        COUNT(""),
        STATE("");

        private final List<String> ends;

        Kind(String... ends) {
            this.ends = List.of(ends);
        }
    }

    private final Kind kind;
    private final String title;
    private final String help;
    private final Duration[] buckets;
    private final List<String> labels;

    Figure(Kind kind, String title, String help, Duration[] buckets, String... labels) {
        this.kind = kind;
        this.title = title;
        this.help = help;
        this.buckets = buckets;
        this.labels = List.of(labels);
    }

    Figure(Kind kind, String title, String help, String... labels) {
        this(kind, title, help, within(), labels);
    }

    private static Duration[] within(long... millis) {
        return Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    /** As {@code HELP} and the README say it. */
    public String help() {
        return help;
    }

    /** As the README names it. */
    public String title() {
        return title;
    }

    /** The names of its labels, in their order. */
    public List<String> labels() {
        return labels;
    }

    /** The names under which Prometheus reads it. */
    public Stream<String> names() {
        return kind.ends.stream().map(title::concat);
    }

    Kind kind() {
        return kind;
    }

    Duration[] buckets() {
        return buckets.clone();
    }

    /** What the library calls it, which adds the unit of times and the end of counts by itself. */
    String meter() {
        return switch (kind) {
            case TIMES -> title.replaceFirst("_seconds$", "").replace('_', '.');
            case COUNT -> title.replaceFirst("_total$", "").replace('_', '.');
            case STATE -> title.replace('_', '.');
        };
    }
}
