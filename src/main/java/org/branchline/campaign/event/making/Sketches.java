package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Compositions;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Where;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** Where events are kept while they are made: one in a chat, and nothing else that is being written beside it. */
final class Sketches {

    /** Whoever begins one goes on within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    private static final String DROP = "delete from event_sketch where organisation = $1 and bot = $2 and member = $3";

    /** What else was begun in the chat would hear what is typed for this. */
    private static final String DROP_OTHERS = """
            with deadlines as (delete from deadline_sketch where organisation = $1 and bot = $2 and member = $3),
              prompts as (delete from prompt_draft where organisation = $1 and bot = $2 and member = $3)
            delete from event_sketch where organisation = $1 and bot = $2 and member = $3
            """;

    private static final String NEW = """
            insert into event_sketch (organisation, bot, member, touched_at) values ($1, $2, $3, $4) returning id
            """;

    /** Not where something else was begun since. */
    private static final String FIND = """
            select s.id, s.sketch from event_sketch s
            where s.organisation = $1 and s.bot = $2 and s.member = $3 and s.touched_at > $4 and s.sketch <> '{}'
              and not exists (
                select from composing c
                where c.organisation = $1 and c.bot = $2 and c.member = $3 and c.touched_at > s.touched_at)
              and not exists (
                select from deadline_sketch d
                where d.organisation = $1 and d.bot = $2 and d.member = $3 and d.touched_at > s.touched_at)
              and not exists (
                select from prompt_draft p
                where p.organisation = $1 and p.bot = $2 and p.member = $3 and p.touched_at > s.touched_at)
            """;

    private static final String SAVE =
            "update event_sketch set sketch = $3, touched_at = $4 where organisation = $1 and id = $2";

    private Sketches() {}

    /** The number of a new one; what was begun before is dropped. */
    static Uni<Long> begin(Exchange exchange) {
        int organisation = exchange.organisation().number();
        long bot = exchange.scene().bot().id();
        long member = exchange.member().id();
        Compositions.drop(exchange);
        return exchange.read(DROP_OTHERS, organisation, bot, member)
                .chain(() -> exchange.read(NEW, organisation, bot, member, exchange.utc()))
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /** The one of this chat. */
    static Uni<Optional<Sketch>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(sketch(rows.iterator().next())));
    }

    static void save(Exchange exchange, Sketch sketch) {
        exchange.write(SAVE, exchange.organisation().number(), sketch.id(), json(sketch), exchange.utc());
    }

    static void drop(Exchange exchange) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }

    static JsonObject json(Sketch sketch) {
        JsonObject json = new JsonObject()
                .put("titles", new JsonObject(new TreeMap<>(sketch.titles())))
                .put("notes", new JsonObject(new TreeMap<>(sketch.notes())))
                .put("zone", sketch.zone().getId())
                .put("audience", sketch.target().audience().json())
                .put("whom", sketch.target().name())
                .put("minutes", sketch.length().toMinutes())
                .put("minimum", sketch.minimum())
                .put("script", sketch.script())
                .put("debrief", sketch.debrief())
                .put("languages", new JsonArray(sketch.languages()))
                .put("equipment", sketch.equipment())
                .put("language", sketch.language())
                .put("edition", sketch.edition());
        put(json, "kind", sketch.kind() == null ? null : sketch.kind().name());
        put(json, "area", sketch.area());
        put(json, "places", sketch.places());
        put(json, "awaited", sketch.awaited() == null ? null : sketch.awaited().name());
        if (sketch.beginning() != null) {
            json.put("begins", sketch.beginning().first().toString())
                    .put("rule", sketch.beginning().rule());
        }
        if (sketch.where() != null) {
            json.put("place", sketch.where().place()).put("link", sketch.where().link());
        }
        return json;
    }

    private static void put(JsonObject json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static Sketch sketch(Row row) {
        return sketch(row.getLong("id"), row.getJsonObject("sketch"));
    }

    static Sketch sketch(long id, JsonObject json) {
        String kind = json.getString("kind");
        String begins = json.getString("begins");
        String place = json.getString("place");
        String awaited = json.getString("awaited");
        return new Sketch(
                id,
                kind == null ? null : EventKind.valueOf(kind),
                json.getString("area"),
                texts(json, "titles"),
                texts(json, "notes"),
                begins == null ? null : new Sketch.Beginning(LocalDateTime.parse(begins), json.getString("rule", "")),
                ZoneId.of(json.getString("zone")),
                json.getInteger("places"),
                place == null ? null : new Where(place, json.getString("link", "")),
                new Sketch.Target(
                        Audience.read(json.getString("audience")).of(read -> read, problems -> {
                            throw new IllegalStateException("A kept audience cannot be read: " + problems);
                        }),
                        json.getString("whom", "")),
                Duration.ofMinutes(json.getLong("minutes")),
                json.getInteger("minimum", 0),
                json.getString("script", ""),
                json.getString("debrief", ""),
                json.getJsonArray("languages", new JsonArray()).stream()
                        .map(Object::toString)
                        .toList(),
                json.getString("equipment", ""),
                awaited == null ? null : Sketch.Step.valueOf(awaited),
                json.getString("language", ""),
                json.getInteger("edition", 0));
    }

    private static Map<String, String> texts(JsonObject json, String key) {
        Map<String, String> texts = new HashMap<>();
        JsonObject written = json.getJsonObject(key, new JsonObject());
        written.fieldNames().forEach(language -> texts.put(language, written.getString(language)));
        return texts;
    }
}
