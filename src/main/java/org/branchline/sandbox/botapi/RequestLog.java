package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.chat.Json;
import org.jspecify.annotations.Nullable;

/** The last {@value #KEPT} Bot API requests. */
public final class RequestLog {

    private static final int KEPT = 20_000;
    private static final int MOST_SHOWN = 5_000;

    private final @Nullable Entry[] ring = new @Nullable Entry[KEPT];
    private long count;

    /**
     * @param at milliseconds since 1970, real time
     * @param chat 0 when the request names none
     * @param outcome the HTTP status, or the fault's name
     * @param message the id of the message it made or changed, 0 without one
     * @param retryAfter for how many seconds it was told to wait, 0 where it was not
     * @param inWindow the bot had been told to wait
     */
    record Entry(
            long number,
            long at,
            long bot,
            String method,
            long chat,
            String outcome,
            int message,
            int retryAfter,
            boolean inWindow) {

        ObjectNode write() {
            return Json.object()
                    .put("number", number)
                    .put("at", at)
                    .put("bot", bot)
                    .put("method", method)
                    .put("chat", chat)
                    .put("outcome", outcome)
                    .put("message_id", message)
                    .put("retry_after", retryAfter)
                    .put("in_window", inWindow);
        }
    }

    void add(
            long at,
            long bot,
            String method,
            long chat,
            String outcome,
            int message,
            int retryAfter,
            boolean inWindow) {
        count++;
        ring[(int) (count % KEPT)] = new Entry(count, at, bot, method, chat, outcome, message, retryAfter, inWindow);
    }

    /** The number of the latest request; they count from 1. */
    public long last() {
        return count;
    }

    /** Requests after this number, oldest first, at most {@value #MOST_SHOWN}. */
    public ArrayNode after(long number) {
        ArrayNode list = Json.array();
        long first = Math.max(number + 1, count - KEPT + 1);
        for (long at = Math.max(1, first); at <= count && list.size() < MOST_SHOWN; at++) {
            Entry entry = ring[(int) (at % KEPT)];
            if (entry != null) {
                list.add(entry.write());
            }
        }
        return list;
    }
}
