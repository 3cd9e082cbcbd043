package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
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
    private final Lane free;
    private final Lane paid;
    private final Lines lines;
    private final Pump pump;
    private final Set<Long> known = new HashSet<>();
    private volatile boolean finishing;
    /** The fence under which this sender has taken over, 0 for none. */
    private volatile long taken;

    private boolean beginning;
    /** Rows of turns that were committed while a claim was under way. */
    private final List<Runnable> behindClaim = new ArrayList<>();

    private boolean claiming;

    Sender(Bot bot, DeliveryConfig config, Gateway gateway, Rows rows, Tenure tenure, Vertx vertx, LongSupplier nanos) {
        this.bot = bot;
        this.rows = rows;
        this.tenure = tenure;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.nanos = nanos;
        this.requests = new Requests(bot, gateway);
        this.free = new Lane(false, config.underWay());
        this.paid = new Lane(true, config.paidUnderWay());
        this.lines = new Lines(
                Pace.even(config.sendRate()), Pace.even(config.paidRate()), config.chatRate(), config.groupMinute());
        this.silence = new Silence(bot, rows, nanos);
        this.pump = new Pump(lines, silence, vertx, nanos, this::send);
        this.adrift = new Adrift(bot, rows);
        this.takeover = new Takeover(bot, rows, tenure, vertx, adrift);
        this.marking = new Marking(bot, rows, vertx, context, this::marked);
    }

    /**
     * Asks for room to commit so many rows as {@code sending}.
     *
     * @return the fence to commit them under, 0 where they must be {@code queued} instead
     */
    long reserve(int count) {
        long fence = tenure.safe() ? tenure.fence() : 0;
        boolean ready = fence != 0 && fence == taken && !finishing;
        return ready && free.room().take(count) ? fence : 0;
    }

    /** Gives back room that was not used. */
    void release(int count) {
        free.room().release(count);
    }

    /** Whether the bot's lease is ours. */
    boolean holds() {
        return tenure.fence() != 0;
    }

    /** There may be queued rows. */
    void nudge() {
        expect();
        context.runOnContext(nothing -> claim());
    }

    /** Takes rows that are committed as {@code sending} under a fence we gave and count against the room reserved. */
    void accept(List<Parcel> parcels, long fence) {
        context.runOnContext(nothing -> {
            if (claiming) {
                // An older row of the chat may stand as sending already, and its claim be on its way to us.
                behindClaim.add(() -> take(parcels, fence));
                return;
            }
            take(parcels, fence);
            pump.run();
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
                    giveBack(lines.dropAll());
                    vertx.setPeriodic(FINISHED_LOOK_MILLIS, id -> {
                        if (free.room().isEmpty() && paid.room().isEmpty()) {
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
                                expect();
                                claim();
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
            vertx.setTimer(pause.time().toMillis() + 1, fired -> nudge());
        }
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
        releaseAll(parcels);
    }

    private void releaseAll(List<Parcel> parcels) {
        free.release(parcels);
        paid.release(parcels);
    }

    private void expect() {
        free.expect();
        paid.expect();
    }

    private void claim() {
        claim(free);
        claim(paid);
    }

    private void claim(Lane lane) {
        long fence = tenure.safe() ? tenure.fence() : 0;
        if (finishing || claiming || fence == 0 || fence != taken || silence.lasts()) {
            return;
        }
        int most = lane.takeForClaim();
        if (most == 0) {
            return;
        }
        claiming = true;
        rows.claim(bot, fence, most, lane.paid())
                .subscribe()
                .with(
                        claimed -> run(() -> {
                            lane.room().release(most - claimed.parcels().size());
                            if (claimed.more()) {
                                lane.expect();
                            }
                            take(claimed.parcels(), fence);
                            claimEnded(lane);
                        }),
                        failure -> run(() -> {
                            lane.expect();
                            lane.room().release(most);
                            claimEnded(lane);
                            trouble(failure, "its outbox is not claimed");
                        }));
    }

    private void claimEnded(Lane lane) {
        claiming = false;
        behindClaim.forEach(Runnable::run);
        behindClaim.clear();
        pump.run();
        // The other lane may have waited for this claim; this one goes on when something of it is through.
        claim(lane == free ? paid : free);
    }

    private void marked(List<Mark> done) {
        List<Parcel> parcels = done.stream().map(Mark::parcel).toList();
        for (Mark mark : done) {
            known.remove(mark.parcel().id());
            if (mark.verdict().state() == Verdict.State.QUEUED) {
                expect();
            }
        }
        releaseAll(parcels);
        claim();
    }

    private void trouble(Throwable failure, String what) {
        Trouble.of(LOG, failure, "bot=" + bot.id() + " " + what);
    }

    /** Takes a step after all that was handed over before. */
    void run(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }
}
