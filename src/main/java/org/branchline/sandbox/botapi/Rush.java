package org.branchline.sandbox.botapi;

import java.util.ArrayDeque;
import java.util.Deque;

/** The most messages seen within any one second. */
final class Rush {

    private final Deque<Long> lastSecond = new ArrayDeque<>(4);
    private int most;

    void seen(long millis) {
        while (!lastSecond.isEmpty() && lastSecond.peek() <= millis - 1000) {
            lastSecond.poll();
        }
        lastSecond.add(millis);
        most = Math.max(most, lastSecond.size());
    }

    int most() {
        return most;
    }

    boolean idleSince(long millis) {
        Long latest = lastSecond.peekLast();
        return latest == null || latest < millis;
    }
}
