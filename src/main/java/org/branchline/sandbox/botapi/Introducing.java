package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.World;

/** What a bot says about itself: who it is, its commands, name and descriptions. */
final class Introducing {

    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_DESCRIPTION = 256;

    private final World world;

    Introducing(World world) {
        this.world = world;
    }

    void offer(Map<String, Method> methods) {
        methods.put("getme", (bot, call) -> getMe(bot));
        methods.put("setmycommands", this::setCommands);
        methods.put("getmycommands", this::getCommands);
        methods.put("deletemycommands", this::deleteCommands);
        offerText(methods, "name", 64);
        offerText(methods, "description", 512);
        offerText(methods, "shortdescription", 120);
    }

    private void offerText(Map<String, Method> methods, String what, int longest) {
        String field = what.equals("shortdescription") ? "short_description" : what;
        methods.put("setmy" + what, (bot, call) -> {
            if (call.text(field).length() > longest) {
                return Outcome.badRequest(field.replace('_', ' ') + " is too long");
            }
            world.text(bot, field, call.text("language_code"), call.text(field));
            return Outcome.yes();
        });
        methods.put("getmy" + what, (bot, call) -> {
            String text = field.equals("name") ? bot.name() : bot.text(field, call.text("language_code"));
            return Outcome.done(Json.object().put(field, text));
        });
    }

    private static Outcome getMe(Bot bot) {
        return Outcome.done(bot.user()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false));
    }

    private Outcome setCommands(Bot bot, Call call) {
        ArrayNode given = call.list("commands");
        if (given == null) {
            return Outcome.badRequest("can't parse commands: expected an Array of BotCommand");
        }
        if (given.size() > MOST_COMMANDS) {
            return Outcome.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode kept = Json.array();
        for (JsonNode command : given) {
            String name = command.path("command").asText().replaceFirst("^/", "");
            String description = command.path("description").asText();
            if (!COMMAND.matcher(name).matches()) {
                return Outcome.badRequest("BOT_COMMAND_INVALID");
            }
            if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
                return Outcome.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
            kept.addObject().put("command", name).put("description", description);
        }
        world.commands(bot, scope(call), call.text("language_code"), kept.isEmpty() ? null : kept);
        return Outcome.yes();
    }

    private Outcome getCommands(Bot bot, Call call) {
        ArrayNode found = bot.commands(scope(call), call.text("language_code"));
        return Outcome.done(found == null ? Json.array() : found);
    }

    private Outcome deleteCommands(Bot bot, Call call) {
        world.commands(bot, scope(call), call.text("language_code"), null);
        return Outcome.yes();
    }

    private static String scope(Call call) {
        ObjectNode scope = call.object("scope");
        if (scope == null) {
            return "default";
        }
        String type = scope.path("type").asText("default");
        return scope.has("chat_id") ? type + ":" + scope.path("chat_id").asText() : type;
    }
}
