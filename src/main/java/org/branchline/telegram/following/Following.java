package org.branchline.telegram.following;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.branchline.database.Clock;
import org.branchline.intake.Agenda;
import org.branchline.intake.Causes;
import org.branchline.intake.job.Agendas;
import org.branchline.intake.job.Rounds;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.ControlAnswer;
import org.jboss.logging.Logger;

/**
 * Lives by the clock of a sandbox. Where somebody moves it by a week, the sandbox goes from one moment at which something
 * falls due here to the next, and on as soon as this process says that all of it is done. While nobody moves it, one request
 * waits at the sandbox and Postgres is left alone. Any other Bot API is asked once, Telegram never.
 */
@Singleton
public class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name = UUID.randomUUID().toString();
    private final BotApi api;
    private final Clock clock;
    private final Function<Bot, Uni<Void>> rounds;
    private final BiFunction<Bot, Instant, Uni<Agenda>> agendas;
    private final Vertx vertx;
    private final List<Bot> bots = new CopyOnWriteArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Stepping stepping = Stepping.FIRST;
    private volatile boolean stopped;

    @Inject
    Following(BotApi api, Clock clock, Rounds rounds, Agendas agendas, Vertx vertx) {
        this(api, clock, rounds::now, agendas::of, vertx);
    }

    /**
     * @param rounds does all that is due
     * @param agendas what stands at a moment
     */
    Following(
            BotApi api,
            Clock clock,
            Function<Bot, Uni<Void>> rounds,
            BiFunction<Bot, Instant, Uni<Agenda>> agendas,
            Vertx vertx) {
        this.api = api;
        this.clock = clock;
        this.rounds = rounds;
        this.agendas = agendas;
        this.vertx = vertx;
    }

    /**
     * Before anything goes by the clock: one that a sandbox has moved shows real time again where the Bot API is none, or
     * does not say so.
     */
    public Uni<Void> settle() {
        if (clock.offset().isZero()) {
            return Uni.createFrom().voidItem();
        }
        return api.sandbox()
                .onFailure()
                .recoverWithItem(false)
                .chain(sandbox -> sandbox ? Uni.createFrom().voidItem() : clock.move(Duration.ZERO));
    }

    /** Follows for this bot too, from when its Bot API has answered. */
    public void follow(Bot bot) {
        bots.add(bot);
        if (begun.compareAndSet(false, true)) {
            api.sandbox()
                    .subscribe()
                    .with(
                            sandbox -> {
                                if (sandbox) {
                                    LOG.info("the clock is the sandbox's");
                                    say(Report.idle(clock.offset()));
                                }
                            },
                            failure -> LOG.debugf("the Bot API does not say what it is: %s", Causes.names(failure)));
        }
    }

    private void say(Report report) {
        if (stopped) {
            return;
        }
        api.control("clock/reached", report.json(name), report.patience().plus(BotApi.PATIENCE))
                .chain(this::live)
                .subscribe()
                .with(this::say, failure -> {
                    LOG.debugf("the sandbox's clock is not followed: %s", Causes.names(failure));
                    if (!stopped) {
                        vertx.setTimer(AFTER_FAILURE.toMillis(), fired -> say(Report.idle(clock.offset())));
                    }
                });
    }

    private Uni<Report> live(ControlAnswer answer) {
        if (!answer.clock()) {
            return Uni.createFrom().failure(new IllegalStateException("no clock: " + answer.status()));
        }
        Duration offset = seconds(answer.body(), "offset_seconds");
        boolean moving = offset.compareTo(seconds(answer.body(), "target_seconds")) < 0;
        return reach(offset)
                .chain(() -> moving ? next(offset) : Uni.createFrom().item(Report.idle(offset)));
    }

    private static Duration seconds(JsonNode body, String name) {
        return Duration.ofSeconds(body.path(name).asLong());
    }

    /** Moves the clock there, and does all that is due then. */
    private Uni<Void> reach(Duration offset) {
        if (offset.equals(clock.offset())) {
            return Uni.createFrom().voidItem();
        }
        stepping = stepping.moved();
        return clock.move(offset).chain(() -> each(rounds).collect().last()).replaceWithVoid();
    }

    private Uni<Report> next(Duration offset) {
        Instant now = clock.now();
        return each(bot -> agendas.apply(bot, now))
                .collect()
                .in(() -> new Agenda[] {Agenda.EMPTY}, (all, one) -> all[0] = all[0].and(one))
                .map(all -> all[0])
                .flatMap(agenda -> {
                    stepping = stepping.looked(agenda.left(), System.nanoTime());
                    return stepping.done()
                            ? Uni.createFrom().item(Report.done(offset, now, agenda.next()))
                            // What was due left something to do, and no timer is waited for.
                            : each(rounds)
                                    .collect()
                                    .last()
                                    .replaceWith(Report.busy(offset))
                                    .onItem()
                                    .delayIt()
                                    .by(LOOK);
                });
    }

    private <T> Multi<T> each(Function<Bot, Uni<T>> work) {
        return Multi.createFrom().iterable(bots).onItem().transformToUniAndConcatenate(work::apply);
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
