package org.branchline.sandbox.chat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.branchline.sandbox.updates.Update;
import org.jspecify.annotations.Nullable;

/** Presses that wait for their answer; a query can be answered once, and for as long as its update is kept. */
public final class OpenQueries {

    private final Map<String, Query> open = new LinkedHashMap<>();
    private long count;

    /** A press; {@code at} in milliseconds since 1970. */
    public record Query(String id, long person, Chat chat, int message, long at) {}

    Query ask(long person, Chat chat, int message, long now) {
        forgetOld(now);
        // Telegram's ids are large numbers written as text.
        String id = Long.toString((person << 8) + 4_000_000_000_000L + (++count << 22));
        Query query = new Query(id, person, chat, message, now);
        open.put(id, query);
        return query;
    }

    /** The query, closed from now on; null when it is unknown, too old or answered. */
    public @Nullable Query take(String id, long now) {
        forgetOld(now);
        return open.remove(id);
    }

    private void forgetOld(long now) {
        Iterator<Query> oldest = open.values().iterator();
        while (oldest.hasNext() && now - oldest.next().at() > Update.PRESS_KEPT_MILLIS) {
            oldest.remove();
        }
    }
}
