package org.branchline.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What waits for one chat, in order. */
final class ChatLine {

    private final Pace pace;
    private final Window minute;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private int edits;
    private int messages;
    /** Whether it stands in a queue of lines already. */
    boolean listed;

    ChatLine(Pace pace, Window minute) {
        this.pace = pace;
        this.minute = minute;
    }

    /** The time in nanoseconds until the next new message may go as far as this chat is concerned. */
    long delay(long now) {
        return Math.max(pace.delay(now), minute.delay(0, now));
    }

    /** The time in nanoseconds until one more new message may go because of the minute. */
    long minuteDelay(long now) {
        int ahead = (int) waiting.stream().filter(parcel -> !parcel.edit()).count();
        return minute.delay(ahead, now);
    }

    /** A new message leaves. */
    void take(long now) {
        pace.take(now);
        minute.take(now);
    }

    /** A new message left by a predecessor's hand. */
    void left(long at) {
        minute.take(at);
    }

    void add(Parcel parcel) {
        waiting.addLast(parcel);
    }

    /**
     * The parcel that may go as far as order is concerned. A new message need not await the answer to an edit that left
     * before it, since they touch different messages; everything else waits for what is under way.
     */
    @Nullable
    Parcel head() {
        Parcel first = waiting.peekFirst();
        if (first == null || messages > 0 || (edits > 0 && first.edit())) {
            return null;
        }
        return first;
    }

    Parcel leave() {
        Parcel parcel = waiting.removeFirst();
        count(parcel, 1);
        return parcel;
    }

    void back(Parcel parcel) {
        count(parcel, -1);
    }

    private void count(Parcel parcel, int by) {
        if (parcel.edit()) {
            edits += by;
        } else {
            messages += by;
        }
    }

    /** Whether nothing is lost with it. */
    boolean idle(long now) {
        return waiting.isEmpty() && edits == 0 && messages == 0 && pace.idle(now) && minute.idle(now);
    }

    /** Everything that has not left. */
    Deque<Parcel> drop() {
        Deque<Parcel> all = new ArrayDeque<>(waiting);
        waiting.clear();
        return all;
    }
}
