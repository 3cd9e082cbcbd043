package org.branchline.privacy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.intake.Causes;
import org.jboss.logging.Logger;

/**
 * Lets {@link Retention} go round every ten minutes, and says what it deleted: counts, never whose. Each step is a small
 * transaction that is safe to repeat, so replicas that go round at the same time share the work.
 */
@Singleton
class Sweeping {

    private static final Logger LOG = Logger.getLogger(Sweeping.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Transactions transactions;
    private final Retention retention;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    Sweeping(Vertx vertx, Transactions transactions, Retention retention) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.retention = retention;
    }

    void begin(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(FIRST.toMillis(), EVERY.toMillis(), tick -> round());
    }

    private void round() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        transactions
                .acrossOrganisations(tx -> tx.query("select id from organisation order by id"))
                .chain(rows -> {
                    List<OrganisationId> all = new ArrayList<>();
                    for (Row row : rows) {
                        all.add(new OrganisationId(row.getInteger("id")));
                    }
                    return Multi.createFrom()
                            .iterable(all)
                            .onItem()
                            .transformToUniAndConcatenate(this::sweep)
                            .collect()
                            .asList();
                })
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("retention stopped early: %s", Causes.names(failure)));
    }

    private Uni<Void> sweep(OrganisationId organisation) {
        return retention
                .sweep(organisation)
                .invoke(gone -> {
                    if (!gone.isEmpty()) {
                        LOG.infof("organisation=%s retention deleted %s", organisation, gone);
                    }
                })
                .replaceWithVoid()
                // The next organisation's turn comes all the same.
                .onFailure()
                .invoke(cause ->
                        LOG.warnf("organisation=%s retention stopped early: %s", organisation, Causes.names(cause)))
                .onFailure()
                .recoverWithNull();
    }

    @PreDestroy
    void end() {
        vertx.cancelTimer(timer);
    }
}
