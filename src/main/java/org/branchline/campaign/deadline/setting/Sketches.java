package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.branchline.calendar.Deadline;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Compositions;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** Where deadlines are kept while they are written: one in a chat, and no message to many beside it. */
final class Sketches {

    /** Whoever begins one goes on within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    private static final String DROP =
            "delete from deadline_sketch where organisation = $1 and bot = $2 and member = $3";

    private static final String NEW = """
            insert into deadline_sketch (organisation, bot, member, touched_at) values ($1, $2, $3, $4) returning id
            """;

    /** Not where a message to many was begun since. */
    private static final String FIND = """
            select s.id, s.sketch from deadline_sketch s
            where s.organisation = $1 and s.bot = $2 and s.member = $3 and s.touched_at > $4
              and not exists (
                select from composing c
                where c.organisation = $1 and c.bot = $2 and c.member = $3 and c.touched_at > s.touched_at)
            """;

    private static final String SAVE =
            "update deadline_sketch set sketch = $3, touched_at = $4 where organisation = $1 and id = $2";

    private Sketches() {}

    /** The number of a new one; what was begun before is dropped. */
    static Uni<Long> begin(Exchange exchange) {
        int organisation = exchange.organisation().number();
        long bot = exchange.scene().bot().id();
        long member = exchange.member().id();
        Compositions.drop(exchange);
        return exchange.read(DROP, organisation, bot, member)
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

    private static JsonObject json(Sketch sketch) {
        JsonObject json = new JsonObject()
                .put("titles", new JsonObject(new TreeMap<>(sketch.titles())))
                .put("tasks", new JsonObject(new TreeMap<>(sketch.tasks())))
                .put("ladder", sketch.ladder().toString())
                .put("lead_name", sketch.leadName())
                .put("language", sketch.language())
                .put("edition", sketch.edition())
                .put("moves", sketch.moves());
        put(json, "link", sketch.link());
        put(json, "lead", sketch.lead());
        if (sketch.target() != null) {
            json.put("audience", sketch.whom().audience().json())
                    .put("whom", sketch.whom().name())
                    .put("branch", sketch.whom().branch());
        }
        put(json, "awaited", sketch.awaited() == null ? null : sketch.awaited().name());
        if (sketch.due() instanceof Deadline.Moment moment) {
            json.put("due_at", moment.at().toString());
        } else if (sketch.due() instanceof Deadline.EndOf end) {
            json.put("due_on", end.day().toString());
        }
        return json;
    }

    private static void put(JsonObject json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static Sketch sketch(Row row) {
        JsonObject json = row.getJsonObject("sketch");
        String audience = json.getString("audience");
        String awaited = json.getString("awaited");
        return new Sketch(
                row.getLong("id"),
                texts(json, "titles"),
                texts(json, "tasks"),
                json.getString("link"),
                due(json),
                audience == null
                        ? null
                        : new Sketch.Target(
                                Audience.read(audience).of(read -> read, problems -> {
                                    throw new IllegalStateException("A kept audience cannot be read: " + problems);
                                }),
                                json.getString("whom", ""),
                                json.getLong("branch", 0L)),
                LadderBefore.read(json.getString("ladder", LadderBefore.USUAL.toString()))
                        .of(ladder -> ladder, problems -> LadderBefore.USUAL),
                json.getLong("lead"),
                json.getString("lead_name", ""),
                awaited == null ? null : Sketch.Step.valueOf(awaited),
                json.getString("language", ""),
                json.getInteger("edition", 0),
                json.getLong("moves", 0L));
    }

    private static @Nullable Deadline due(JsonObject json) {
        if (json.containsKey("due_at")) {
            return new Deadline.Moment(Instant.parse(json.getString("due_at")));
        }
        return json.containsKey("due_on") ? new Deadline.EndOf(LocalDate.parse(json.getString("due_on"))) : null;
    }

    private static Map<String, String> texts(JsonObject json, String key) {
        Map<String, String> texts = new HashMap<>();
        JsonObject written = json.getJsonObject(key, new JsonObject());
        written.fieldNames().forEach(language -> texts.put(language, written.getString(language)));
        return texts;
    }
}
