package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.branchline.database.Outages;
import org.branchline.intake.Causes;
import org.branchline.intake.door.Parking;
import org.branchline.intake.waiting.WaitingRound;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** What intake does by itself, again and again: jobs, runs that fall due, parked updates, a sign of life, and other rooms' rounds. */
@Singleton
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final long WORK_EVERY_MILLIS = 1_000;
    private static final long SIGN_EVERY_MILLIS = 5_000;

    private final Vertx vertx;
    private final Jobs jobs;
    private final WaitingRound waiting;
    private final Parking parking;
    private final Alive alive;
    private final Instance<Round> others;
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    Rounds(Vertx vertx, Jobs jobs, WaitingRound waiting, Parking parking, Alive alive, Instance<Round> others) {
        this.vertx = vertx;
        this.jobs = jobs;
        this.waiting = waiting;
        this.parking = parking;
        this.alive = alive;
        this.others = others;
    }

    /**
     * Begins the rounds of a bot.
     *
     * @return completes with the first sign of life, by which an outage is noticed
     */
    public Uni<Void> begin(Bot bot) {
        return alive.sign(bot).invoke(() -> {
            every(WORK_EVERY_MILLIS, "jobs", () -> jobs.work(bot.organisation()));
            every(WORK_EVERY_MILLIS, "waiting runs", () -> waiting.work(bot.organisation()));
            every(WORK_EVERY_MILLIS, "parked updates", () -> parking.work(bot));
            every(SIGN_EVERY_MILLIS, "sign of life", () -> alive.sign(bot));
            others.forEach(round -> every(round.every().toMillis(), round.what(), () -> round.work(bot)));
        });
    }

    /** Does at once all that is due by the clock that people see; what fails is left to the next round. */
    public Uni<Void> now(Bot bot) {
        return once("jobs", () -> jobs.work(bot.organisation()))
                .chain(() -> once("waiting runs", () -> waiting.work(bot.organisation())))
                .chain(() -> Multi.createFrom()
                        .iterable(others)
                        .onItem()
                        .transformToUniAndConcatenate(round -> once(round.what(), () -> round.work(bot)))
                        .collect()
                        .last());
    }

    private static Uni<Void> once(String what, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(failure -> tell(what, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** One at a time: a round that takes long is not overtaken by the next. */
    private void every(long millis, String what, Supplier<Uni<Void>> work) {
        AtomicBoolean busy = new AtomicBoolean();
        timers.add(vertx.setPeriodic(millis, tick -> {
            if (busy.compareAndSet(false, true)) {
                once(what, work)
                        .onTermination()
                        .invoke(() -> busy.set(false))
                        .subscribe()
                        .with(done -> {});
            }
        }));
    }

    private static void tell(String what, Throwable failure) {
        if (Outages.outage(failure)) {
            LOG.debugf("%s: %s", what, Causes.names(failure));
        } else {
            LOG.warnf("%s did not work and is tried again: %s", what, Causes.trace(failure));
        }
    }

    @PreDestroy
    void stop() {
        timers.forEach(vertx::cancelTimer);
    }
}
