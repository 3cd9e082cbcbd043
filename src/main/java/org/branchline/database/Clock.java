package org.branchline.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * The time that people see: Postgres's, so that all replicas agree, plus an offset that is 0 except under a sandbox whose
 * clock was moved. Between two looks at Postgres it runs with this process's monotonic time; where the next look shows an
 * earlier time, it stands until that has caught up.
 */
@Singleton
public final class Clock {

    private static final Logger LOG = Logger.getLogger(Clock.class);
    private static final long LOOK_EVERY_MILLIS = 10_000;

    private static final String LOOK =
            "select clock_timestamp() as now, extract(epoch from clock_offset) * 1000 as offset from installation";

    private static final String MOVE = "update installation set clock_offset = $1::bigint * interval '1 millisecond'";

    private final Transactions transactions;
    private final Vertx vertx;
    private final long timer;
    private final List<Runnable> moved = new CopyOnWriteArrayList<>();
    private volatile Reading reading = Reading.first(Instant.now(), System.nanoTime());

    Clock(Transactions transactions, Vertx vertx) {
        this.transactions = transactions;
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> look().subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf(
                                "clock not read from Postgres: %s",
                                failure.getClass().getName())));
    }

    /** Now, as people see it. */
    public Instant now() {
        return reading.at(System.nanoTime());
    }

    /** How far it is moved; nothing before Postgres was asked. */
    public Duration offset() {
        Duration known = reading.offset();
        return known == null ? Duration.ZERO : known;
    }

    /** From now on does something as soon as the clock is seen to be moved; it must neither block nor fail. */
    public void whenMoved(Runnable step) {
        moved.add(step);
    }

    /** Reads Postgres's time and the offset; to be done once before the first turn. */
    public Uni<Void> look() {
        return transactions
                .acrossOrganisations(tx -> tx.query(LOOK))
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime now = row.getOffsetDateTime("now");
                    Duration offset = Duration.ofMillis(row.getNumeric("offset").longValue());
                    took(now.toInstant(), offset);
                })
                .replaceWithVoid();
    }

    private void took(Instant postgres, Duration offset) {
        if (read(postgres, offset)) {
            moved.forEach(Runnable::run);
        }
    }

    /** Whether it is another offset than the one before. */
    private synchronized boolean read(Instant postgres, Duration offset) {
        Duration before = reading.offset();
        reading = reading.then(postgres, offset, System.nanoTime());
        return before != null && !before.equals(offset);
    }

    /** Moves the clock of all replicas; only where a sandbox's own clock was moved. */
    public Uni<Void> move(Duration offset) {
        return transactions
                .acrossOrganisations(tx -> tx.query(MOVE, offset.toMillis()))
                .chain(this::look);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
