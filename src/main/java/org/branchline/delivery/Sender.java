package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * Sends one bot's messages while its lease is ours. Lives on one event loop; {@link #reserve}, {@link #release}, {@link
 * #holds} and {@link #nudge} may be called from anywhere.
 */
final class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final long FINISHED_LOOK_MILLIS = 10;

    private final Bot bot;
    private final Rows rows;
    private final Tenure tenure;
    private final Marking marking;
    private final Silence silence;
    private final Adrift adrift;
    private final Takeover takeover;
    private final Vertx vertx;
    private final Context context;
    private final LongSupplier nanos;
    private final Requests requests;
    private final Claims claims;
    private final Lines lines;
    private final Pump pump;
    private final Set<Long> known = new HashSet<>();
    private volatile boolean finishing;
    /** The fence under which this sender has taken over, 0 for none. */
    private volatile long taken;

    private boolean beginning;

    Sender(
            Bot bot,
            DeliveryConfig config,
            Requests requests,
            Rows rows,
            Tenure tenure,
            Vertx vertx,
            LongSupplier nanos) {
        this.bot = bot;
        this.rows = rows;
        this.tenure = tenure;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.nanos = nanos;
        this.requests = requests;
        this.claims = new Claims(bot, rows, config, this::mayClaim, new Hands());
        this.lines = new Lines(
                Pace.even(config.sendRate()), Pace.even(config.paidRate()), config.chatRate(), config.groupMinute());
        this.silence = new Silence(bot, rows, nanos);
        this.pump = new Pump(lines, silence, vertx, nanos, this::send);
        this.adrift = new Adrift(bot, rows);
        this.takeover = new Takeover(bot, rows, tenure, vertx, adrift);
        this.marking = new Marking(bot, rows, vertx, context, config.markMillis(), this::marked);
    }

    /**
     * Asks for room to commit so many rows as {@code sending}.
     *
     * @return the fence to commit them under, 0 where they must be {@code queued} instead
     */
    long reserve(int count) {
        long fence = tenure.safe() ? tenure.fence() : 0;
        boolean ready = fence != 0 && fence == taken && !finishing;
        return ready && claims.reserve(count) ? fence : 0;
    }

    /** Gives back room that was not used. */
    void release(int count) {
        claims.release(count);
    }

    /** Whether the bot's lease is ours. */
    boolean holds() {
        return tenure.fence() != 0;
    }

    /** There may be queued rows. */
    void nudge() {
        claims.expect();
        run(claims::claim);
    }

    /** Takes rows that are committed as {@code sending} under a fence we gave and count against the room reserved. */
    void accept(List<Parcel> parcels, long fence) {
        run(() -> claims.accept(parcels, fence));
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
                    giveBack(lines.dropAll());
                    vertx.setPeriodic(FINISHED_LOOK_MILLIS, id -> {
                        if (claims.idle()) {
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
                            count -> run(() -> {
                                claims.expect();
                                claims.claim();
                                pump.run();
                            }),
                            failure -> trouble(failure, "its outbox is not looked at"));
        });
    }

    private void begin(long fence) {
        if (beginning) {
            return;
        }
        beginning = true;
        letGo();
        takeover.under(fence)
                .subscribe()
                .with(
                        ready -> run(() -> begun(fence, ready)),
                        failure -> run(() -> {
                            beginning = false;
                            trouble(failure, "it is not taken over yet");
                        }));
    }

    private void begun(long fence, Takeover.Ready ready) {
        beginning = false;
        adrift.back(ready.back());
        if (adrift.isEmpty() && tenure.fence() == fence) {
            silence.takeOver(ready.pausedMillis());
            if (silence.lasts()) {
                nudgeAfter(ready.pausedMillis());
            }
            long now = nanos.getAsLong();
            ready.groups().forEach(left -> lines.leftBefore(left.group(), now - left.millisAgo() * 1_000_000L));
            taken = fence;
            nudge();
        }
    }

    private void take(List<Parcel> parcels, long fence) {
        if (fence != taken) {
            letGo();
            strand(fence, parcels);
            return;
        }
        for (Parcel parcel : parcels) {
            known.add(parcel.id());
            if (marking.returning(parcel.letter().chat()) || silence.lasts()) {
                marking.add(Mark.back(parcel));
                continue;
            }
            long now = nanos.getAsLong();
            long millis = lines.groupDelay(parcel, now) / 1_000_000;
            if (millis > 0) {
                marking.add(Mark.later(parcel, millis + 1));
            } else {
                lines.add(parcel, now);
            }
        }
    }

    private void send(Parcel parcel) {
        if (!tenure.safe()) {
            lines.back(parcel);
            strand(taken, List.of(parcel));
            letGo();
            return;
        }
        requests.make(parcel).subscribe().with(outcome -> run(() -> arrived(parcel, outcome)));
    }

    private void arrived(Parcel parcel, Outcome outcome) {
        lines.back(parcel);
        marking.add(Mark.of(parcel, outcome));
        outcome.pause().ifPresent(this::pause);
        if (marking.returning(parcel.letter().chat())) {
            giveBack(lines.drop(parcel.letter().chat()));
        }
        pump.run();
    }

    private void pause(Outcome.Pause pause) {
        giveBack(lines.dropAll());
        if (silence.begin(pause)) {
            nudgeAfter(pause.time().toMillis());
        }
    }

    /** When a silence is over, what waited is not to wait for the next look as well. */
    private void nudgeAfter(long millis) {
        vertx.setTimer(millis + 1, fired -> nudge());
    }

    private void giveBack(List<Parcel> parcels) {
        parcels.forEach(parcel -> marking.add(Mark.back(parcel)));
    }

    /** The lease is gone or about to go: what has not left is put back before anything else once it is held again. */
    private void letGo() {
        strand(taken, lines.dropAll());
        taken = 0;
    }

    private void strand(long fence, List<Parcel> parcels) {
        adrift.add(fence, parcels);
        parcels.forEach(parcel -> known.remove(parcel.id()));
        claims.release(parcels);
    }

    /** The fence under which rows may be claimed now, 0 for none. */
    private long mayClaim() {
        long fence = tenure.safe() ? tenure.fence() : 0;
        return finishing || fence != taken || silence.lasts() ? 0 : fence;
    }

    private void marked(List<Mark> done) {
        List<Parcel> parcels = done.stream().map(Mark::parcel).toList();
        for (Mark mark : done) {
            known.remove(mark.parcel().id());
            if (mark.verdict().state() == Verdict.State.QUEUED) {
                claims.expect();
            }
        }
        claims.release(parcels);
        claims.claim();
    }

    private void trouble(Throwable failure, String what) {
        Trouble.of(LOG, bot, failure, what);
    }

    /** Takes a step after all that was handed over before. */
    void run(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }

    /** What becomes of claimed rows. */
    private final class Hands implements Claims.Hands {

        @Override
        public void run(Runnable step) {
            Sender.this.run(step);
        }

        @Override
        public void take(List<Parcel> parcels, long fence) {
            Sender.this.take(parcels, fence);
        }

        @Override
        public void pump() {
            pump.run();
        }
    }
}
