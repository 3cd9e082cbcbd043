package org.branchline.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.database.Lease;
import org.branchline.database.Leases;
import org.branchline.database.Notices;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** The sender of each bot, and the look at its outbox once a second and whenever another process queued something. */
@Singleton
public class Senders {

    private static final Logger LOG = Logger.getLogger(Senders.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    /** What is under way has this long to come to its end: promises.md, SIGTERM. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration GIVE_UP = Duration.ofSeconds(2);
    private static final int AFTER_RECEPTION = 2;

    private final Map<Bot, Sender> senders = new ConcurrentHashMap<>();
    private final DeliveryConfig config;
    private final Gateway gateway;
    private final SqlRows rows;
    private final Leases leases;
    private final Vertx vertx;
    private final Bell bell;
    private final Journeys journeys;
    private final long timer;

    Senders(
            DeliveryConfig config,
            Gateway gateway,
            SqlRows rows,
            Leases leases,
            Vertx vertx,
            Notices notices,
            Journeys journeys) {
        this.config = config;
        this.gateway = gateway;
        this.rows = rows;
        this.leases = leases;
        this.vertx = vertx;
        this.journeys = journeys;
        this.bell = new Bell(vertx, word -> notices.say(Bell.CHANNEL, word)
                .subscribe()
                .with(
                        said -> {},
                        failure -> LOG.debugf(
                                "the other processes not told: %s",
                                failure.getClass().getName())));
        notices.hear(Bell.CHANNEL, word -> Bell.heard(word, this::nudge));
        this.timer =
                vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> senders.values().forEach(Sender::look));
    }

    /** The bot's sender, which sends as long as this process holds the bot's lease. */
    Sender of(Bot bot) {
        return senders.computeIfAbsent(bot, this::open);
    }

    /**
     * Takes over at once what a predecessor had under way: only where it is certainly dead, since this process holds the
     * data folder of the embedded database.
     */
    public Uni<Void> inherit(Bot bot) {
        return rows.inherit(bot).replaceWithVoid();
    }

    /** Begins to send what the outbox holds for a bot. */
    public void begin(Bot bot) {
        of(bot).look();
    }

    /** For how many milliseconds the platform wants silence of a bot, 0 for none; whoever held its lease then noted it. */
    public Uni<Long> silence(Bot bot) {
        return rows.paused(bot);
    }

    /** Rows of a bot are queued and committed: whoever holds its lease is to look at once. */
    void queued(Bot bot) {
        Sender sender = of(bot);
        if (sender.holds()) {
            sender.nudge();
        } else {
            bell.ring(bot.id());
        }
    }

    private void nudge(long number) {
        senders.forEach((bot, sender) -> {
            if (bot.id() == number && sender.holds()) {
                sender.nudge();
            }
        });
    }

    private Sender open(Bot bot) {
        Lease lease = leases.of(bot.organisation(), bot.id());
        Tenure tenure = new Tenure() {
            @Override
            public long fence() {
                return lease.fence();
            }

            @Override
            public boolean safe() {
                return lease.safe();
            }

            @Override
            public boolean contested() {
                return lease.contested();
            }
        };
        return new Sender(bot, config, new Requests(bot, gateway, journeys), rows, tenure, vertx, System::nanoTime);
    }

    /** After updates stopped coming in, before anything that sending needs is gone. */
    void finish(@Observes @Priority(AFTER_RECEPTION) ShutdownEvent shutdown) {
        List<Uni<Void>> all = senders.values().stream().map(Sender::finish).toList();
        if (!all.isEmpty()) {
            Uni.join()
                    .all(all)
                    .andCollectFailures()
                    .ifNoItem()
                    .after(PATIENCE)
                    .recoverWithItem(() -> null)
                    .await()
                    .indefinitely();
        }
        leases.giveUp()
                .ifNoItem()
                .after(GIVE_UP)
                .recoverWithItem(() -> null)
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
