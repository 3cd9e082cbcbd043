package org.branchline.sandbox.botapi;

import java.util.Map;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.OpenQueries;
import org.branchline.sandbox.chat.World;

/** Answers to presses. */
final class Answering {

    private static final int LONGEST = 200;

    private final World world;

    Answering(World world) {
        this.world = world;
    }

    void offer(Map<String, Method> methods) {
        methods.put("answercallbackquery", this::answer);
    }

    private Outcome answer(Bot bot, Call call) {
        String text = call.text("text");
        if (text.length() > LONGEST) {
            return Outcome.badRequest("MESSAGE_TOO_LONG");
        }
        OpenQueries.Query query = bot.queries()
                .take(call.text("callback_query_id"), world.ticker().millis());
        if (query == null) {
            return Outcome.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        world.notice(query.chat(), query.id(), text, call.flag("show_alert"), call.text("url"));
        return Outcome.yes();
    }
}
