package org.branchline.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/** How many more rows of a bot may be committed as {@code sending}. May be used from anywhere. */
final class Room {

    private static final int MOST_CLAIMED = 200;

    private final int size;
    private final AtomicInteger taken = new AtomicInteger();

    Room(int size) {
        this.size = size;
    }

    /** Takes so much room, or none where there is not enough. */
    boolean take(int count) {
        boolean enough = taken.addAndGet(count) <= size;
        if (!enough) {
            release(count);
        }
        return enough;
    }

    void release(int count) {
        taken.addAndGet(-count);
    }

    /**
     * Takes what one claim may fill, and tells how much: half of what is free. While the claim is under way, turns must find
     * room for their own replies, or these would be queued too and need the next claim.
     */
    int takeForClaim() {
        int free = size - taken.get();
        int claim = Math.max(0, Math.min((free + 1) / 2, MOST_CLAIMED));
        taken.addAndGet(claim);
        return claim;
    }

    boolean isEmpty() {
        return taken.get() == 0;
    }
}
