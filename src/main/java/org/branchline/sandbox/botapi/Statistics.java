package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.sandbox.chat.Json;

/** Counts since the start or the last reset. */
public final class Statistics {

    private static final int CHATS_WATCHED = 10_000;

    private final Map<String, Map<String, Long>> requests = new TreeMap<>();
    private final Map<String, Long> deliveries = new TreeMap<>();
    private final Map<Long, Rush> bots = new HashMap<>();
    private final Map<Long, Rush> chats = new HashMap<>();
    private final Map<Long, Long> paid = new TreeMap<>();
    private int mostPerChat;
    private long tooMany;
    private long inWindow;
    private long repeated;

    void request(String method, String outcome, boolean duringWindow) {
        requests.computeIfAbsent(method, key -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
        tooMany += outcome.equals("429") ? 1 : 0;
        inWindow += duringWindow ? 1 : 0;
    }

    void message(long bot, long chat, long millis) {
        bots.computeIfAbsent(bot, key -> new Rush()).seen(millis);
        if (chats.size() > CHATS_WATCHED) {
            chats.values().removeIf(rush -> rush.idleSince(millis - 1000));
        }
        Rush rush = chats.computeIfAbsent(chat, key -> new Rush());
        rush.seen(millis);
        mostPerChat = Math.max(mostPerChat, rush.most());
    }

    void paid(long bot, boolean paying) {
        if (paying) {
            paid.merge(bot, 1L, Long::sum);
        }
    }

    void delivery(String outcome) {
        deliveries.merge(outcome, 1L, Long::sum);
    }

    void repeated() {
        repeated++;
    }

    /** Begins to count anew. */
    public void reset() {
        requests.clear();
        deliveries.clear();
        bots.clear();
        chats.clear();
        paid.clear();
        mostPerChat = 0;
        tooMany = 0;
        inWindow = 0;
        repeated = 0;
    }

    public ObjectNode write() {
        ObjectNode json = Json.object();
        ObjectNode methods = json.putObject("requests");
        requests.forEach((method, outcomes) -> outcomes.forEach(methods.putObject(method)::put));
        deliveries.forEach(json.putObject("deliveries")::put);
        ObjectNode fastest = json.putObject("most_messages_in_a_second");
        bots.forEach((bot, rush) -> fastest.put(Long.toString(bot), rush.most()));
        ObjectNode paying = json.putObject("messages_that_allow_payment");
        paid.forEach((bot, count) -> paying.put(Long.toString(bot), count));
        return json.put("most_messages_in_a_second_per_chat", mostPerChat)
                .put("too_many_requests", tooMany)
                .put("requests_in_a_window", inWindow)
                .put("updates_repeated", repeated);
    }
}
