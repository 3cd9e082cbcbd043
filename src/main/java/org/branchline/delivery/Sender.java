package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * Sends one bot's messages while its lease is ours. Lives on one event loop; {@link #reserve}, {@link #release}, {@link
 * #holds} and {@link #nudge} may be called from anywhere.
 */
final class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    /** A timer that comes late may be caught up by this much. */
    private static final long SLACK_NANOS = 4_000_000L;
    /** The platform counts arrivals, we count departures: stay 1 % below its rate. */
    private static final double MARGIN = 0.99;

    private static final int MOST_CLAIMED = 200;

    private static final long FINISHED_LOOK_MILLIS = 10;

    private final Bot bot;
    private final Gateway gateway;
    private final Rows rows;
    private final Tenure tenure;
    private final Marking marking;
    private final Vertx vertx;
    private final Context context;
    private final LongSupplier nanos;
    private final int underWay;
    private final Lines lines;
    private final Set<Long> known = new HashSet<>();
    private final AtomicInteger reserved = new AtomicInteger();
    private volatile boolean backlog = true;
    private volatile boolean finishing;
    private long pausedUntil = Long.MIN_VALUE;
    /** The fence under which this sender has taken over, 0 for none. */
    private volatile long taken;

    private boolean claiming;
    private long timer = -1;

    Sender(Bot bot, DeliveryConfig config, Gateway gateway, Rows rows, Tenure tenure, Vertx vertx, LongSupplier nanos) {
        this.bot = bot;
        this.gateway = gateway;
        this.rows = rows;
        this.tenure = tenure;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.nanos = nanos;
        this.underWay = config.underWay();
        this.lines = new Lines(Pace.even(config.sendRate() * MARGIN, SLACK_NANOS), config.chatRate());
        this.marking = new Marking(bot, rows, vertx, context, this::marked);
    }

    /**
     * Asks for room to commit so many rows as {@code sending}.
     *
     * @return the fence to commit them under, 0 where they must be {@code queued} instead
     */
    long reserve(int count) {
        long fence = tenure.safe() ? tenure.fence() : 0;
        if (fence == 0 || fence != taken || finishing) {
            return 0;
        }
        if (reserved.addAndGet(count) > underWay) {
            release(count);
            return 0;
        }
        return fence;
    }

    /** Gives back room that was not used. */
    void release(int count) {
        reserved.addAndGet(-count);
    }

    /** Whether the bot's lease is ours. */
    boolean holds() {
        return tenure.fence() != 0;
    }

    /** There may be queued rows. */
    void nudge() {
        backlog = true;
        context.runOnContext(nothing -> claim());
    }

    /** Takes rows that are committed as {@code sending} under our fence and count against the room reserved. */
    void accept(List<Parcel> parcels) {
        context.runOnContext(nothing -> {
            take(parcels);
            pump();
        });
    }

    /**
     * Sends nothing more: what has not left goes back into the queue, what has is waited for.
     *
     * @return completes when every row is marked
     */
    Uni<Void> finish() {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(nothing -> {
                    finishing = true;
                    lines.dropAll().forEach(this::giveBack);
                    vertx.setPeriodic(FINISHED_LOOK_MILLIS, id -> {
                        if (reserved.get() == 0) {
                            vertx.cancelTimer(id);
                            emitter.complete(null);
                        }
                    });
                }));
    }

    /** Once a second: claims what is due and decides about what was left over. */
    void look() {
        context.runOnContext(nothing -> {
            long fence = tenure.fence();
            if (fence == 0) {
                letGo();
                return;
            }
            if (fence != taken) {
                begin(fence);
                return;
            }
            rows.recover(bot, fence, known)
                    .subscribe()
                    .with(
                            count -> onContext(() -> {
                                backlog = true;
                                claim();
                                pump();
                            }),
                            failure -> LOG.debugf("bot=%d outbox not looked at: %s", bot.id(), failure.getMessage()));
        });
    }

    private void begin(long fence) {
        rows.paused(bot)
                .subscribe()
                .with(
                        millis -> onContext(() -> {
                            pausedUntil = nanos.getAsLong()
                                    + Duration.ofMillis(millis).toNanos();
                            taken = fence;
                            nudge();
                        }),
                        failure -> LOG.debugf("bot=%d not taken over yet: %s", bot.id(), failure.getMessage()));
    }

    private void take(List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            known.add(parcel.id());
            if (marking.returning(parcel.letter().chat()) || paused()) {
                marking.add(new Mark(parcel, Verdict.again("ORDER"), 0));
            } else {
                lines.add(parcel, nanos.getAsLong());
            }
        }
    }

    private void pump() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        while (!paused()) {
            Lines.Next next = lines.next(nanos.getAsLong());
            if (next instanceof Lines.Next.Go go) {
                send(go.parcel());
            } else if (next instanceof Lines.Next.Wait wait) {
                timer = vertx.setTimer(Math.max(1, wait.nanos() / 1_000_000), fired -> {
                    timer = -1;
                    pump();
                });
                return;
            } else {
                return;
            }
        }
    }

    private void send(Parcel parcel) {
        if (!tenure.safe()) {
            lines.back(parcel);
            known.remove(parcel.id());
            release(1);
            letGo();
            return;
        }
        Letter letter = parcel.letter();
        gateway.send(bot, letter.chat(), letter.outgoing())
                .subscribe()
                .with(
                        outcome -> onContext(() -> arrived(parcel, outcome)),
                        bug -> onContext(() -> arrived(
                                parcel, new Outcome.Doubtful(bug.getClass().getSimpleName()))));
    }

    private void arrived(Parcel parcel, Outcome outcome) {
        lines.back(parcel);
        marking.add(Mark.of(parcel, outcome));
        if (outcome instanceof Outcome.Wait wait) {
            pause(wait.time());
        } else if (outcome instanceof Outcome.BotGone gone) {
            LOG.errorf(
                    "bot=%d is not known to the platform any more (%s): give it a new token and restart",
                    bot.id(), gone.description());
            pause(Duration.ofHours(1));
        } else if (marking.returning(parcel.letter().chat())) {
            lines.drop(parcel.letter().chat()).forEach(this::giveBack);
        }
        pump();
    }

    private void pause(Duration time) {
        pausedUntil = nanos.getAsLong() + time.toNanos();
        lines.dropAll().forEach(this::giveBack);
        LOG.warnf("bot=%d waits %d s, as the platform asked", bot.id(), time.toSeconds());
        rows.pause(bot, time.toMillis()).subscribe().with(done -> {}, failure -> {});
        vertx.setTimer(Math.max(1, time.toMillis()), fired -> nudge());
    }

    private void giveBack(Parcel parcel) {
        marking.add(new Mark(parcel, Verdict.again("ORDER"), 0));
    }

    private boolean paused() {
        return nanos.getAsLong() < pausedUntil;
    }

    /** The lease is gone or about to go: what has not left stays as it is for whoever holds it next. */
    private void letGo() {
        List<Parcel> left = lines.dropAll();
        left.forEach(parcel -> known.remove(parcel.id()));
        release(left.size());
    }

    private void claim() {
        long fence = tenure.safe() ? tenure.fence() : 0;
        int room = claimable();
        if (finishing || !backlog || claiming || fence == 0 || fence != taken || room <= 0 || paused()) {
            return;
        }
        claiming = true;
        backlog = false;
        reserved.addAndGet(room);
        rows.claim(bot, fence, room)
                .subscribe()
                .with(
                        parcels -> onContext(() -> {
                            claiming = false;
                            release(room - parcels.size());
                            backlog |= parcels.size() == room;
                            take(parcels);
                            pump();
                        }),
                        failure -> onContext(() -> {
                            claiming = false;
                            backlog = true;
                            release(room);
                            LOG.debugf("bot=%d outbox not claimed: %s", bot.id(), failure.getMessage());
                        }));
    }

    /**
     * Half of what is free: while the claim is under way, turns must find room for their own replies, or these would be
     * queued too and need the next claim.
     */
    private int claimable() {
        int free = underWay - reserved.get();
        return Math.min((free + 1) / 2, MOST_CLAIMED);
    }

    private void marked(List<Mark> done) {
        for (Mark mark : done) {
            known.remove(mark.parcel().id());
            backlog |= mark.verdict().state() == Verdict.State.QUEUED;
        }
        release(done.size());
        claim();
    }

    private void onContext(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }
}
