package org.branchline.delivery;

import java.util.List;

/** Rows that are claimed beside others: those that are paid for have room and pace of their own. */
final class Lane {

    private final boolean paid;
    private final Room room;
    private volatile boolean backlog = true;

    Lane(boolean paid, int underWay) {
        this.paid = paid;
        this.room = new Room(underWay);
    }

    boolean paid() {
        return paid;
    }

    Room room() {
        return room;
    }

    /** There may be queued rows. */
    void expect() {
        backlog = true;
    }

    /** Takes room for the next claim, 0 where there is none or nothing to claim. */
    int takeForClaim() {
        int most = backlog ? room.takeForClaim() : 0;
        if (most > 0) {
            backlog = false;
        }
        return most;
    }

    /** Gives back the room of those among these rows that go here. */
    void release(List<Parcel> parcels) {
        room.release(
                (int) parcels.stream().filter(parcel -> parcel.paid() == paid).count());
    }
}
