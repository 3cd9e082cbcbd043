package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.World;
import org.branchline.sandbox.updates.Update;
import org.branchline.sandbox.updates.Webhook;
import org.jspecify.annotations.Nullable;

/** How a bot chooses to receive: the webhook's settings. */
final class Receiving {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final World world;
    private final Lines lines;

    Receiving(World world, Lines lines) {
        this.world = world;
        this.lines = lines;
    }

    void offer(Map<String, Method> methods) {
        methods.put("setwebhook", this::set);
        methods.put("deletewebhook", this::delete);
        methods.put("getwebhookinfo", (bot, call) -> info(bot));
    }

    void allow(Bot bot, Call call) {
        ArrayNode kinds = call.list("allowed_updates");
        if (kinds != null) {
            Set<String> names = new HashSet<>();
            for (JsonNode kind : kinds) {
                names.add(kind.asText());
            }
            world.allowedUpdates(bot, names);
        }
    }

    private Outcome set(Bot bot, Call call) {
        String url = call.text("url");
        if (url.isEmpty()) {
            return delete(bot, call);
        }
        if (!usable(url)) {
            return Outcome.badRequest("bad webhook: invalid webhook URL specified");
        }
        String secret = call.text("secret_token");
        if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
            return Outcome.badRequest("secret token contains unallowed characters");
        }
        int connections = (int) call.number("max_connections", Webhook.DEFAULT_CONNECTIONS);
        Webhook webhook = new Webhook(url, secret.isEmpty() ? null : secret, Math.max(1, Math.min(100, connections)));
        allow(bot, call);
        dropIfAsked(bot, call);
        Line line = lines.of(bot);
        line.polling.end("Conflict: terminated by setWebhook request");
        if (webhook.equals(bot.webhook())) {
            return Outcome.yes("Webhook is already set");
        }
        change(bot, line, webhook);
        return Outcome.yes("Webhook was set");
    }

    private Outcome delete(Bot bot, Call call) {
        dropIfAsked(bot, call);
        boolean had = bot.webhook() != null;
        change(bot, lines.of(bot), null);
        return Outcome.yes(had ? "Webhook was deleted" : "Webhook is already deleted");
    }

    private void change(Bot bot, Line line, @Nullable Webhook webhook) {
        world.webhook(bot, webhook);
        line.lastErrorAt = 0;
        line.webhook.set(webhook);
    }

    private void dropIfAsked(Bot bot, Call call) {
        if (call.flag("drop_pending_updates")) {
            for (Update update : bot.pending().all()) {
                bot.pending().remove(update);
                world.gone(bot, update);
            }
        }
    }

    private Outcome info(Bot bot) {
        Webhook webhook = bot.webhook();
        ObjectNode json = Json.object()
                .put("url", webhook == null ? "" : webhook.url())
                .put("has_custom_certificate", false)
                .put("pending_update_count", bot.pending().size());
        Line line = lines.of(bot);
        if (webhook != null) {
            json.put("max_connections", webhook.maxConnections());
            if (line.lastErrorAt > 0) {
                json.put("last_error_date", line.lastErrorAt).put("last_error_message", line.lastError);
            }
        }
        Set<String> allowed = bot.allowedUpdates();
        if (allowed != null && !allowed.isEmpty()) {
            allowed.forEach(json.putArray("allowed_updates")::add);
        }
        return Outcome.done(json);
    }

    private static boolean usable(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
