package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.botapi.BotApi;
import org.branchline.sandbox.botapi.Limits;
import org.branchline.sandbox.botapi.Settings;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.World;
import org.branchline.sandbox.updates.Update;
import org.jspecify.annotations.Nullable;

/** Faults, limits, updates by hand, and what was counted. */
final class DrillControl {

    private final World world;
    private final BotApi botApi;
    private final Settings settings;
    private final Named named;

    DrillControl(World world, BotApi botApi, Settings settings, Named named) {
        this.world = world;
        this.botApi = botApi;
        this.settings = settings;
        this.named = named;
    }

    Told faults(Ask ask) {
        if (ask.post()) {
            botApi.faults(settings.faults().changed(ask.body()));
            int seconds = ask.body().path("retry_after").asInt();
            if (seconds > 0 && ask.number("bot", 0) != 0) {
                botApi.close(named.bot(ask), seconds);
            } else if (seconds > 0) {
                world.bots().forEach(bot -> botApi.close(bot, seconds));
            }
        }
        return Told.ok(settings.faults().write());
    }

    Told limits(Ask ask) {
        Limits now = settings.limits();
        if (ask.post()) {
            settings.limits(new Limits(
                    ask.body().path("per_bot").asDouble(now.perBot()),
                    ask.body().path("per_chat").asDouble(now.perChat()),
                    ask.body().path("per_group").asDouble(now.perGroup())));
        }
        Limits next = settings.limits();
        return Told.ok(Json.object()
                .put("per_bot", next.perBot())
                .put("per_chat", next.perChat())
                .put("per_group", next.perGroup()));
    }

    Told updates(Ask ask) {
        Bot bot = named.bot(ask);
        if (ask.part(2).equals("again")) {
            Update update = bot.pending().find(Named.number(ask.part(1)));
            if (update == null) {
                throw Told.notFound("this update is not remembered");
            }
            botApi.again(bot, update);
            return Told.ok(Json.object().put("update_id", update.id()));
        }
        if (ask.body().has("raw")) {
            String raw = ask.text("raw");
            return Told.created(Json.object().put("update_id", world.raw(bot, queue(bot, Json.readObject(raw)), raw)));
        }
        return Told.created(Json.object().put("update_id", world.handMade(bot, queue(bot, ask.body()), ask.body())));
    }

    /** The queue Telegram would choose; a body without chat or person gets its own and holds up nobody. */
    private long queue(Bot bot, @Nullable ObjectNode update) {
        JsonNode any = update == null ? Json.object() : update;
        JsonNode presser = any.path("callback_query").path("from").path("id");
        if (presser.canConvertToLong() && presser.isNumber()) {
            return Update.queueOfPresses(presser.asLong());
        }
        for (String kind : new String[] {"message", "edited_message", "my_chat_member"}) {
            JsonNode chat = any.path(kind).path("chat").path("id");
            if (chat.isNumber() && chat.canConvertToLong()) {
                return Update.queueOfChat(chat.asLong());
            }
        }
        return Long.MIN_VALUE + world.ticker().millis() * 1000 + bot.pending().size();
    }

    Told requests(Ask ask) {
        ObjectNode json = Json.object();
        json.set("requests", botApi.log().after(ask.number("after", 0)));
        return Told.ok(json.put("last", botApi.log().last()));
    }

    Told statistics(Ask ask) {
        if (ask.post()) {
            botApi.statistics().reset();
        }
        ObjectNode json = botApi.statistics().write();
        ObjectNode pending = json.putObject("pending");
        world.bots()
                .forEach(bot ->
                        pending.put(Long.toString(bot.id()), bot.pending().size()));
        return Told.ok(json);
    }

    Told stars(Ask ask) {
        Bot bot = named.bot(ask);
        if (ask.post()) {
            double balance = ask.body().path("balance").asDouble(-1);
            if (!(balance >= 0 && balance <= 1e9)) {
                throw Told.badRequest("balance must be 0 or more");
            }
            botApi.fill(bot, balance);
        }
        return Told.ok(Json.object().put("balance", botApi.stars(bot)).put("spent", botApi.spent(bot)));
    }

    Told bots() {
        ObjectNode json = Json.object();
        ArrayNode bots = json.putArray("bots");
        world.bots().forEach(bot -> bots.addObject()
                .put("id", bot.id())
                .put("username", bot.username())
                .put("name", bot.name())
                .put("description", bot.text("description", "")));
        return Told.ok(json);
    }
}
