package org.branchline.intake.door;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The chats of a bot that have parked updates, as known under one fence of the bot's lease: a turn asks here, not Postgres,
 * whether its chat must wait. Times are any monotonic clock's, in nanoseconds.
 */
final class ParkedChats {

    private final long fence;
    private final Map<Long, Long> due = new ConcurrentHashMap<>();

    ParkedChats(long fence) {
        this.fence = fence;
    }

    long fence() {
        return fence;
    }

    boolean waits(long chat) {
        return !due.isEmpty() && due.containsKey(chat);
    }

    /** A chat has a parked update; where it has one already, that one's time stands. */
    void add(long chat, long at) {
        due.putIfAbsent(chat, at);
    }

    /** The chat's first parked update may be tried again at another time. */
    void putOff(long chat, long at) {
        due.put(chat, at);
    }

    /** The chat has no parked updates any more. */
    void remove(long chat) {
        due.remove(chat);
    }

    /** Chats whose first parked update may be tried now. */
    List<Long> due(long now) {
        return due.entrySet().stream()
                .filter(chat -> chat.getValue() - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
