package org.branchline.ops;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.branchline.database.Leases;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.jboss.logging.Logger;

/**
 * Reads from Postgres what it alone knows, four times a minute and never because somebody reads the metrics: these answer at
 * once, whatever Postgres does. Every replica reads, so that none has to know who else does.
 */
@Singleton
class Sampling {

    private static final Logger LOG = Logger.getLogger(Sampling.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int AFTER_OPENING = Interceptor.Priority.APPLICATION + 1_000;

    private final Map<Long, BotFigures> bots = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Leases leases;
    private final Transactions transactions;
    private final Figures figures;
    private final Vertx vertx;
    private volatile long timer = -1;

    Sampling(Leases leases, Transactions transactions, Figures figures, Vertx vertx) {
        this.leases = leases;
        this.transactions = transactions;
        this.figures = figures;
        this.vertx = vertx;
    }

    void begin(@Observes @Priority(AFTER_OPENING) StartupEvent started) {
        look();
        timer = vertx.setPeriodic(EVERY.toMillis(), tick -> look());
    }

    private void look() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Multi.createFrom()
                .iterable(leases.wanted())
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(done -> {}, Sampling::tell);
    }

    private Uni<Void> look(Leases.Wanted wanted) {
        BotFigures bot = bots.computeIfAbsent(wanted.bot(), first -> new BotFigures(wanted, figures, System::nanoTime));
        return sample(transactions, wanted)
                .invoke(bot::read)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    tell(failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** What Postgres holds of a bot, in one flight. */
    static Uni<Sample> sample(Transactions transactions, Leases.Wanted wanted) {
        int organisation = wanted.organisation().number();
        return transactions.inTransaction(wanted.organisation(), tx -> Uni.combine()
                .all()
                .unis(
                        tx.query(Sample.QUEUES, organisation, wanted.bot()),
                        tx.query(Sample.RUNS, organisation, wanted.bot()),
                        tx.query(Sample.LETTERS, organisation, wanted.bot()))
                .with(Sample::of));
    }

    private static void tell(Throwable failure) {
        if (!Outages.outage(failure)) {
            LOG.warnf(
                    "figures are not read from Postgres: %s", failure.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
