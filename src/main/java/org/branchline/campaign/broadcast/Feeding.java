package org.branchline.campaign.broadcast;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(250);
    private static final double SECONDS_AHEAD = 2;
    private static final int FEWEST_AHEAD = 50;
    private static final int MOST_AHEAD = 5_000;

    private static final String OPEN = """
            select id, bot, content, state, goes_at from broadcast
            where organisation = $1 and counts is null and state in ('going', 'cancelled') order by goes_at
            """;

    private static final String LOCK = "select 1 from broadcast where organisation = $1 and id = $2 for no key update";

    private static final String OPEN_ROWS = """
            select exists (select from outbox where organisation = $1 and content = $3 and state = 'held')
              or exists (
                select from outbox
                where organisation = $1 and bot = $2 and content = $3 and state in ('queued', 'sending')) as open
            """;

    private static final String END = """
            update broadcast set state = case when state = 'going' then 'done' else state end, counts = $3,
              recipients = $4, done_at = clock_timestamp()
            where organisation = $1 and id = $2 and state in ('going', 'cancelled')
            """;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final Vertx vertx;
    private final long ahead;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile long timer = -1;

    Feeding(Transactions transactions, Outbox outbox, Clock clock, Vertx vertx, DeliveryConfig config) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.vertx = vertx;
        this.ahead = config.sendRate() == 0
                ? MOST_AHEAD
                : (long) Math.min(MOST_AHEAD, Math.max(FEWEST_AHEAD, SECONDS_AHEAD * config.sendRate()));
    }

    void begin(@Observes StartupEvent started) {
        later(IDLE);
    }

    /** Looks at once. */
    void look() {
        vertx.cancelTimer(timer);
        round();
    }

    private void later(Duration time) {
        if (!stopped) {
            timer = vertx.setTimer(Math.max(1, time.toMillis()), fired -> round());
        }
    }

    private void round() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        transactions
                .acrossOrganisations(tx -> tx.query("select id from organisation order by id"))
                .flatMap(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> feed(new OrganisationId(row.getInteger("id")))
                                // The next organisation's turn comes all the same.
                                .onFailure()
                                .invoke(Feeding::tell)
                                .onFailure()
                                .recoverWithItem(IDLE))
                        .collect()
                        .in(() -> new Duration[] {IDLE}, (least, next) -> least[0] = shorter(least[0], next)))
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(least -> later(least[0]), failure -> {
                    tell(failure);
                    later(IDLE);
                });
    }

    private static void tell(Throwable failure) {
        if (!Outages.outage(failure)) {
            LOG.warnf("broadcasts are not let on and looked at again: %s", Causes.trace(failure));
        }
    }

    /** Yields when to look again. */
    private Uni<Duration> feed(OrganisationId organisation) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(OPEN, organisation.number()))
                .flatMap(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> feed(organisation, row))
                        .collect()
                        .in(() -> new Duration[] {IDLE}, (least, next) -> least[0] = shorter(least[0], next))
                        .map(least -> least[0]));
    }

    private Uni<Duration> feed(OrganisationId organisation, Row broadcast) {
        if (broadcast.getString("state").equals("cancelled")) {
            return end(organisation, broadcast);
        }
        Instant now = clock.now();
        Instant goesAt = broadcast.getOffsetDateTime("goes_at").toInstant();
        if (now.isBefore(goesAt)) {
            return Uni.createFrom().item(Duration.between(now, goesAt));
        }
        long id = broadcast.getLong("id");
        OffsetDateTime due = now.atOffset(ZoneOffset.UTC);
        return transactions
                .inTransaction(organisation, tx -> tx.query(FeedSql.FEED, organisation.number(), id, due, ahead))
                .flatMap(fed -> {
                    if (fed.iterator().next().getLong("queued") > 0) {
                        outbox.ring(new Bot(organisation, broadcast.getLong("bot")));
                        return Uni.createFrom().item(BUSY);
                    }
                    return end(organisation, broadcast);
                });
    }

    /** Closes it once nothing of it is open; whoever wants to send some of it again waits for that, or is waited for. */
    private Uni<Duration> end(OrganisationId organisation, Row broadcast) {
        long id = broadcast.getLong("id");
        long content = broadcast.getLong("content");
        return transactions
                .inTransaction(organisation, tx -> tx.query(LOCK, organisation.number(), id)
                        .chain(() -> tx.query(OPEN_ROWS, organisation.number(), broadcast.getLong("bot"), content))
                        .flatMap(rows -> rows.iterator().next().getBoolean("open")
                                ? Uni.createFrom().item(false)
                                : tx.query(Counting.ROWS, organisation.number(), content)
                                        .map(Counting::kept)
                                        .flatMap(kept -> tx.query(
                                                END, organisation.number(), id, kept, (int) Counting.rows(kept)))
                                        .replaceWith(true)))
                .map(over -> over ? IDLE : BUSY);
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
