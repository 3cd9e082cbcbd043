package org.branchline.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * A sender's claims: one at a time, of those that go for free and of those that are paid for in turns. For the thread of
 * its sender.
 */
final class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);

    private final Bot bot;
    private final Rows rows;
    private final Lane free;
    private final Lane paid;
    private final LongSupplier mayClaim;
    private final Hands hands;
    /** Rows of turns that were committed while a claim was under way. */
    private final List<Runnable> behind = new ArrayList<>();

    private boolean claiming;

    /** What a sender does with claimed rows. */
    interface Hands {

        /** Runs a step on the sender's thread. */
        void run(Runnable step);

        /** Takes rows that stand as {@code sending} under this fence. */
        void take(List<Parcel> parcels, long fence);

        /** Sends what may leave now. */
        void pump();
    }

    /**
     * @param mayClaim the fence under which rows may be claimed now, 0 for none
     */
    Claims(Bot bot, Rows rows, DeliveryConfig config, LongSupplier mayClaim, Hands hands) {
        this.bot = bot;
        this.rows = rows;
        this.free = new Lane(false, config.underWay());
        this.paid = new Lane(true, config.paidUnderWay());
        this.mayClaim = mayClaim;
        this.hands = hands;
    }

    /** Takes room for rows of a turn; from any thread. */
    boolean reserve(int count) {
        return free.room().take(count);
    }

    /** Gives back room that was not used; from any thread. */
    void release(int count) {
        free.room().release(count);
    }

    /** Gives back the room of these rows. */
    void release(List<Parcel> parcels) {
        free.release(parcels);
        paid.release(parcels);
    }

    /** Whether nothing is under way. */
    boolean idle() {
        return free.room().isEmpty() && paid.room().isEmpty();
    }

    /** There may be queued rows; from any thread. */
    void expect() {
        free.expect();
        paid.expect();
    }

    /** Claims what there is room for. */
    void claim() {
        claim(free);
        claim(paid);
    }

    /** Takes rows of a turn, but not before the claim that is under way: it may hold an older row of the same chat. */
    void accept(List<Parcel> parcels, long fence) {
        if (claiming) {
            behind.add(() -> hands.take(parcels, fence));
            return;
        }
        hands.take(parcels, fence);
        hands.pump();
    }

    private void claim(Lane lane) {
        long fence = claiming ? 0 : mayClaim.getAsLong();
        int most = fence == 0 ? 0 : lane.takeForClaim();
        if (most == 0) {
            return;
        }
        claiming = true;
        rows.claim(bot, fence, most, lane.paid())
                .subscribe()
                .with(
                        claimed -> hands.run(() -> {
                            lane.room().release(most - claimed.parcels().size());
                            if (claimed.more()) {
                                lane.expect();
                            }
                            hands.take(claimed.parcels(), fence);
                            // What was claimed went back: the same lane goes on.
                            boolean none = claimed.more() && claimed.parcels().isEmpty();
                            ended(none ? lane : other(lane));
                        }),
                        failure -> hands.run(() -> {
                            lane.expect();
                            lane.room().release(most);
                            ended(other(lane));
                            Trouble.of(LOG, bot, failure, "its outbox is not claimed");
                        }));
    }

    private Lane other(Lane lane) {
        return lane == free ? paid : free;
    }

    /** The lane that waits for this claim, if any, goes on. */
    private void ended(Lane next) {
        claiming = false;
        behind.forEach(Runnable::run);
        behind.clear();
        hands.pump();
        claim(next);
    }
}
