package org.branchline.campaign.broadcast;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.branchline.calendar.Nights;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.branchline.delivery.DeliveryConfig;
import org.branchline.delivery.Outbox;
import org.branchline.intake.Causes;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * Lets held rows into the queue as they fall due, a few seconds of sends ahead: what is queued can be called back at
 * once, and replies never wait behind a long queue. Any replica may do it; a broadcast's row is the lock.
 */
@Singleton
class Feeding {

    private static final Logger LOG = Logger.getLogger(Feeding.class);
    /** What another replica began, or lets go on, is found within this time. */
    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final Duration BUSY = Duration.ofMillis(250);
    private static final double SECONDS_AHEAD = 2;
    private static final int FEWEST_AHEAD = 50;
    private static final int MOST_AHEAD = 5_000;
    /** Rows that are judged in one step: the first message leaves when the first step is done. */
    private static final int A_PAGE = 200;

    private static final String ORGANISATIONS =
            "select id, broadcasts_at from organisation where broadcasts_at is not null order by id";

    /** What is open, and when the next row of it falls due: two index entries each. */
    private static final String OPEN = """
            select b.organisation, b.id, b.bot, b.content, b.state, b.paid, b.finish_by, b.quiet_from, b.quiet_until,
              greatest(b.goes_at, h.due_at) as next, h.due_at is not null as held
            from broadcast b
            left join lateral (
              select o.due_at from outbox o
              where o.organisation = $1 and o.content = b.content and o.state = 'held' and not b.rides
              order by o.due_at limit 1) h on true
            where b.organisation = $1 and b.counts is null
              and (b.state in ('going', 'cancelled') or b.state = 'paused' and b.finish_by <= $2)
            order by b.goes_at
            """;

    /** Not where one was begun since. */
    private static final String ALL_OVER = """
            update organisation set broadcasts_at = null
            where id = $1 and broadcasts_at = $2
              and not exists (select from broadcast where organisation = $1 and counts is null)
            """;

    private final Transactions transactions;
    private final Closing closing;
    private final Outbox outbox;
    private final Clock clock;
    private final Vertx vertx;
    private final FeedWitness witness;
    private final long ahead;
    private final long paidAhead;
    private final AtomicBoolean busy = new AtomicBoolean();
    /** Somebody wanted a look while one was under way, which may have asked for the time before. */
    private final AtomicBoolean again = new AtomicBoolean();

    private volatile boolean stopped;
    private volatile long timer = -1;

    Feeding(
            Transactions transactions,
            Closing closing,
            Outbox outbox,
            Clock clock,
            Vertx vertx,
            DeliveryConfig config,
            FeedWitness witness) {
        this.transactions = transactions;
        this.closing = closing;
        this.outbox = outbox;
        this.clock = clock;
        this.vertx = vertx;
        this.witness = witness;
        this.ahead = ahead(config.sendRate());
        this.paidAhead = ahead(config.paidRate());
    }

    private static long ahead(double rate) {
        return rate == 0 ? MOST_AHEAD : (long) Math.min(MOST_AHEAD, Math.max(FEWEST_AHEAD, SECONDS_AHEAD * rate));
    }

    void begin(@Observes StartupEvent started) {
        clock.whenMoved(this::look);
        later(IDLE);
    }

    /** Looks at once. */
    void look() {
        again.set(true);
        vertx.cancelTimer(timer);
        round();
    }

    private void later(Duration time) {
        if (!stopped) {
            long millis = again.get() ? 1 : Math.max(1, time.toMillis());
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(millis, fired -> round());
        }
    }

    private void round() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        again.set(false);
        transactions
                .acrossOrganisations(tx -> tx.query(ORGANISATIONS))
                .flatMap(rows -> each(rows, this::feedOrganisation))
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(this::later, failure -> {
                    tell(failure);
                    later(IDLE);
                });
    }

    private Uni<Duration> feedOrganisation(Row row) {
        OrganisationId organisation = new OrganisationId(row.getInteger("id"));
        Instant now = clock.now();
        return transactions
                .inTransaction(organisation, tx -> tx.query(OPEN, organisation.number(), utc(now))
                        .call(open -> open.size() > 0
                                ? Uni.createFrom().voidItem()
                                : tx.query(ALL_OVER, organisation.number(), row.getOffsetDateTime("broadcasts_at"))))
                .flatMap(open -> each(open, this::feed));
    }

    /** One after the other; yields when to look again. */
    private static Uni<Duration> each(RowSet<Row> rows, Function<Row, Uni<Duration>> work) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> work.apply(row)
                        // The next one's turn comes all the same.
                        .onFailure()
                        .invoke(Feeding::tell)
                        .onFailure()
                        .recoverWithItem(IDLE))
                .collect()
                .in(() -> new Duration[] {IDLE}, (least, next) -> least[0] = shorter(least[0], next))
                .map(least -> least[0]);
    }

    private static void tell(Throwable failure) {
        if (!Outages.outage(failure)) {
            LOG.warnf("broadcasts are not let on and looked at again: %s", Causes.trace(failure));
        }
    }

    /** Yields when to look again. */
    private Uni<Duration> feed(Row broadcast) {
        Instant now = clock.now();
        OffsetDateTime end = broadcast.getOffsetDateTime("finish_by");
        boolean cancelled = broadcast.getString("state").equals("cancelled");
        if (cancelled || (end != null && !end.toInstant().isAfter(now))) {
            return giveUp(broadcast, now);
        }
        if (!broadcast.getBoolean("held")) {
            return close(broadcast).map(again -> end == null ? again : shorter(again, until(end, now)));
        }
        Duration next = until(broadcast.getOffsetDateTime("next"), now);
        if (!next.isZero()) {
            return Uni.createFrom().item(end == null ? next : shorter(next, until(end, now)));
        }
        return let(broadcast, now);
    }

    private Uni<Duration> let(Row broadcast, Instant now) {
        OrganisationId organisation = organisation(broadcast);
        Nights nights = Nights.of(DueColumns.quiet(broadcast), now);
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(
                                FeedSql.FEED,
                                organisation.number(),
                                broadcast.getLong("id"),
                                utc(now),
                                broadcast.getBoolean("paid") ? paidAhead : ahead,
                                nights.zones(),
                                nights.moments(),
                                A_PAGE))
                .map(fed -> {
                    Row counts = fed.iterator().next();
                    Long late = counts.getLong("late");
                    if (late != null) {
                        witness.asked(Duration.ofMillis(late));
                    }
                    if (counts.getLong("queued") > 0) {
                        outbox.ring(new Bot(organisation, broadcast.getLong("bot")));
                    }
                    return counts.getLong("seen") == A_PAGE ? Duration.ZERO : BUSY;
                });
    }

    private Uni<Duration> giveUp(Row broadcast, Instant now) {
        OrganisationId organisation = organisation(broadcast);
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(FeedSql.GIVE_UP, organisation.number(), broadcast.getLong("id"), utc(now)))
                .flatMap(given -> given.iterator().next().getLong("rows") > 0
                        ? Uni.createFrom().item(BUSY)
                        : close(broadcast));
    }

    private Uni<Duration> close(Row broadcast) {
        return closing.close(
                        organisation(broadcast),
                        broadcast.getLong("bot"),
                        broadcast.getLong("id"),
                        broadcast.getLong("content"))
                .map(standing -> standing == Closing.Standing.MOVING ? BUSY : IDLE);
    }

    private static OrganisationId organisation(Row broadcast) {
        return new OrganisationId(broadcast.getInteger("organisation"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** At least nothing. */
    private static Duration until(OffsetDateTime moment, Instant now) {
        Duration left = Duration.between(now, moment.toInstant());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @PreDestroy
    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }
}
