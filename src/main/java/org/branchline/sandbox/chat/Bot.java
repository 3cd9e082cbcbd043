package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.branchline.sandbox.updates.Pending;
import org.branchline.sandbox.updates.Webhook;
import org.jspecify.annotations.Nullable;

/** A bot: its chats, its pending updates and what it told Telegram about itself. */
public final class Bot {

    /** What a bot is not sent unless it asks; from the Bot API's description of {@code getUpdates}. */
    private static final Set<String> ONLY_ON_REQUEST =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final long id;
    private final String username;
    private final Pending pending = new Pending();
    private final OpenQueries queries = new OpenQueries();
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, ArrayNode> commands = new TreeMap<>();

    private long lastUpdate;
    private @Nullable Webhook webhook;
    private @Nullable Set<String> allowedUpdates;

    Bot(long id, String username, long lastUpdate) {
        this.id = id;
        this.username = username;
        this.lastUpdate = lastUpdate;
    }

    /** The number before the token's colon. */
    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public Pending pending() {
        return pending;
    }

    public OpenQueries queries() {
        return queries;
    }

    public @Nullable Chat chat(long chat) {
        return chats.get(chat);
    }

    public Collection<Chat> chats() {
        return chats.values();
    }

    public @Nullable Webhook webhook() {
        return webhook;
    }

    /** The kinds asked for, or null for Telegram's default. */
    public @Nullable Set<String> allowedUpdates() {
        return allowedUpdates;
    }

    public boolean wants(String kind) {
        return (allowedUpdates == null || allowedUpdates.isEmpty())
                ? !ONLY_ON_REQUEST.contains(kind)
                : allowedUpdates.contains(kind);
    }

    /** The bot's {@code name}, {@code description} or {@code short_description} in a language, else in any, else "". */
    public String text(String what, String language) {
        String own = texts.get(what + ":" + language);
        return own != null ? own : texts.getOrDefault(what + ":", "");
    }

    public String name() {
        String name = text("name", "");
        return name.isEmpty() ? "Branchline" : name;
    }

    /** The commands set for exactly this scope and language, or null. */
    public @Nullable ArrayNode commands(String scope, String language) {
        return commands.get(scope + "|" + language);
    }

    /** The commands a person sees in a private chat: the narrowest scope wins, in each the own language first. */
    public ArrayNode commandsFor(long person, String language) {
        for (String scope : new String[] {"chat:" + person, "all_private_chats", "default"}) {
            for (String tongue : new String[] {language, ""}) {
                ArrayNode found = commands(scope, tongue);
                if (found != null) {
                    return found;
                }
            }
        }
        return Json.array();
    }

    /** The Bot API's User. */
    public ObjectNode user() {
        return Json.object()
                .put("id", id)
                .put("is_bot", true)
                .put("first_name", name())
                .put("username", username);
    }

    Chat chatOrNew(long chat, String title) {
        return chats.computeIfAbsent(chat, key -> new Chat(key, title));
    }

    long nextUpdate() {
        return ++lastUpdate;
    }

    void sawUpdate(long update) {
        lastUpdate = Math.max(lastUpdate, update);
    }

    void webhook(@Nullable Webhook next) {
        webhook = next;
    }

    void allowedUpdates(@Nullable Set<String> kinds) {
        allowedUpdates = kinds == null ? null : Set.copyOf(kinds);
    }

    void text(String what, String language, String text) {
        texts.put(what + ":" + language, text);
    }

    void commands(String scope, String language, @Nullable ArrayNode list) {
        if (list == null) {
            commands.remove(scope + "|" + language);
        } else {
            commands.put(scope + "|" + language, list);
        }
    }

    ObjectNode write() {
        ObjectNode json = Json.object().put("id", id).put("username", username).put("last_update", lastUpdate);
        if (webhook != null) {
            json.putObject("webhook")
                    .put("url", webhook.url())
                    .put("secret_token", webhook.secretToken())
                    .put("max_connections", webhook.maxConnections());
        }
        if (allowedUpdates != null) {
            ArrayNode kinds = json.putArray("allowed_updates");
            allowedUpdates.forEach(kinds::add);
        }
        texts.forEach(json.putObject("texts")::put);
        commands.forEach(json.putObject("commands")::set);
        return json;
    }

    void restore(ObjectNode json) {
        lastUpdate = Math.max(lastUpdate, json.path("last_update").asLong());
        webhook = json.get("webhook") instanceof ObjectNode hook
                ? new Webhook(
                        hook.path("url").asText(),
                        hook.path("secret_token").textValue(),
                        hook.path("max_connections").asInt())
                : null;
        if (json.get("allowed_updates") instanceof ArrayNode kinds) {
            Set<String> names = new HashSet<>();
            kinds.forEach(kind -> names.add(kind.asText()));
            allowedUpdates = Set.copyOf(names);
        } else {
            allowedUpdates = null;
        }
        texts.clear();
        json.path("texts")
                .properties()
                .forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        commands.clear();
        json.path("commands").properties().forEach(e -> {
            if (e.getValue() instanceof ArrayNode list) {
                commands.put(e.getKey(), list);
            }
        });
    }
}
