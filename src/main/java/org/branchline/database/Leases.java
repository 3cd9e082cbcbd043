package org.branchline.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** One lease per bot among all replicas, fenced, in Postgres: its holder sends, and polls where polling is on. */
@Singleton
public final class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    /** Takes a free or expired lease, or renews an own one; the fence grows with each new holder. */
    private static final String HOLD = """
            update bot b set holder = $3, held_until = clock_timestamp() + $4::bigint * interval '1 millisecond',
              fence = case when b.holder = $3 then b.fence else b.fence + 1 end
            from (select organisation, id, holder from bot where organisation = $1 and id = $2 for update) as former
            where b.organisation = former.organisation and b.id = former.id
              and (b.holder = $3 or b.held_until < clock_timestamp())
            returning b.fence, former.holder <> $3 as contested
            """;

    private static final String GIVE_UP = """
            update bot set held_until = '-infinity', holder = null
            where organisation = $1 and id = $2 and (holder = $3 or $3 is null)
            """;

    /** How long a lease lasts. */
    @ConfigMapping(prefix = "branchline.lease")
    interface Length {

        /** Seconds, at least 5; renewed after three tenths of it. */
        @WithDefault("${LEASE_SECONDS:10}")
        Duration seconds();
    }

    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private record Bot(OrganisationId organisation, long id) {}

    /** A lease and its last renewal. One is under way at a time: a late one would take back what was given up meanwhile. */
    private static final class Holding {
        private final Lease lease = new Lease(System::nanoTime);
        private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);
    }

    private final UUID process = UUID.randomUUID();
    private final Transactions transactions;
    private final Duration length;
    private final Vertx vertx;
    private final long timer;
    private final Map<Bot, Holding> leases = new ConcurrentHashMap<>();
    private volatile boolean givingUp;

    @Inject
    Leases(Transactions transactions, Length length, Vertx vertx) {
        this(transactions, checked(length.seconds()), vertx);
    }

    Leases(Transactions transactions, Duration length, Vertx vertx) {
        this.transactions = transactions;
        this.length = length;
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(this.length.toMillis() * 3 / 10, tick -> leases.forEach(this::renew));
    }

    /**
     * A length a lease may have: nothing is sent in its last 2 s, so a shorter one would be over before it is renewed.
     *
     * @throws StartProblem below 5 s
     */
    public static Duration checked(Duration length) {
        if (length.compareTo(SHORTEST) < 0) {
            throw new StartProblem("LEASE_SECONDS is " + length.toSeconds() + ": give a lease at least "
                    + SHORTEST.toSeconds() + " seconds.");
        }
        return length;
    }

    /** The lease of a bot, which this process tries to hold from now on. */
    public Lease of(OrganisationId organisation, long bot) {
        return leases.computeIfAbsent(new Bot(organisation, bot), wanted -> {
                    Holding holding = new Holding();
                    renew(wanted, holding);
                    return holding;
                })
                .lease;
    }

    /**
     * A lease that this process tries to hold.
     *
     * @param bot the number before the token's colon
     */
    public record Wanted(OrganisationId organisation, long bot, Lease lease) {}

    /** All that this process tries to hold. */
    public List<Wanted> wanted() {
        return leases.entrySet().stream()
                .map(one -> new Wanted(one.getKey().organisation(), one.getKey().id(), one.getValue().lease))
                .toList();
    }

    private void renew(Bot bot, Holding holding) {
        synchronized (holding) {
            if (givingUp || !holding.renewal.isDone()) {
                return;
            }
            long end = System.nanoTime() + length.toNanos();
            holding.renewal = transactions
                    .inTransaction(
                            bot.organisation(),
                            tx -> tx.query(HOLD, bot.organisation().number(), bot.id(), process, length.toMillis()))
                    .invoke(rows -> renewed(bot, holding.lease, rows, end))
                    .onFailure()
                    .invoke(failure -> LOG.debugf(
                            "bot=%d lease not renewed: %s",
                            bot.id(), failure.getClass().getName()))
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid()
                    .subscribeAsCompletionStage();
        }
    }

    private void renewed(Bot bot, Lease lease, RowSet<Row> rows, long end) {
        if (givingUp) {
            return;
        }
        boolean before = lease.fence() != 0;
        if (rows.size() == 0) {
            lease.lost();
            if (before) {
                LOG.warnf("bot=%d another process holds the lease now; this one only takes updates in", bot.id());
            }
            return;
        }
        Row row = rows.iterator().next();
        long fence = row.getLong("fence");
        lease.held(fence, end, Boolean.TRUE.equals(row.getBoolean("contested")));
        if (!before) {
            LOG.infof("bot=%d fence=%d lease held", bot.id(), fence);
        }
    }

    /** Lets the next process take over at once; nothing may be sent any more. */
    public Uni<Void> giveUp() {
        givingUp = true;
        List<Uni<?>> all = new ArrayList<>();
        leases.forEach((bot, holding) -> {
            synchronized (holding) {
                holding.lease.lost();
                all.add(Uni.createFrom().completionStage(holding.renewal).chain(() -> giveUp(bot, process)));
            }
        });
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine().all().unis(all).discardItems();
    }

    /**
     * Frees a lease whoever holds it: only where no other process can be alive, since this one holds the data folder of the
     * embedded database.
     */
    public Uni<Void> free(OrganisationId organisation, long bot) {
        return giveUp(new Bot(organisation, bot), null);
    }

    private Uni<Void> giveUp(Bot bot, @org.jspecify.annotations.Nullable UUID holder) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(GIVE_UP, bot.organisation().number(), bot.id(), holder))
                .replaceWithVoid();
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
