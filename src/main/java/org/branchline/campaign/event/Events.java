package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.branchline.calendar.CallingHours;
import org.branchline.campaign.audience.Audience;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Writes;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/** Where events are kept. */
public final class Events {

    /** Of {@code event e}, with {@link #HOST}. */
    static final String COLUMNS = """
            e.id as event, e.kind, e.fallback, e.titles, e.notes, e.place, e.link, e.host, h.name as host_name, e.audience,
              e.whom, e.zone, e.rule, e.begins, e.minutes, e.places as event_places, e.minimum as event_minimum, e.area,
              e.script, e.debrief, e.languages, e.equipment, e.state as event_state
            """;

    static final String HOST = "left join member h on h.organisation = e.organisation and h.id = e.host\n";

    private static final String NEW = """
            insert into event (organisation, bot, kind, fallback, titles, notes, place, link, host, audience, whom, zone, rule,
              begins, minutes, places, minimum, area, script, debrief, languages, equipment, created_by, made_at,
              stored_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
            returning id
            """;

    /** Whoever calls a series off meanwhile is waited for, or waits. */
    private static final String STORE = """
            insert into shift (organisation, event, local, starts_at, ends_at, places, minimum)
            select $1, $2, t.local, t.starts_at, t.ends_at, $6, $7
            from unnest($3::timestamp[], $4::timestamptz[], $5::timestamptz[]) t (local, starts_at, ends_at)
            where exists (select from event where organisation = $1 and id = $2 and state = 'open' for share)
            on conflict (organisation, event, local) do nothing
            """;

    private static final String FIND =
            "select " + COLUMNS + "from event e\n" + HOST + "where e.organisation = $1 and e.bot = $2 and e.id = $3";

    private static final String TO_STORE = "select " + COLUMNS + ", e.stored_until from event e\n" + HOST + """
            where e.organisation = $1 and e.bot = $2 and e.state = 'open' and e.rule <> '' and e.stored_until < $3
              and (e.area = '' or e.area = any ($4::text[]))
            order by e.stored_until limit 50
            """;

    /** What its host was not told yet of shifts that were left out grows until they are. */
    private static final String STORED = """
            update event set stored_until = $3, left_out = left_out || $4::timestamptz[],
              left_of = case when cardinality($4::timestamptz[]) = 0 and cardinality(left_out) = 0 then 0 else left_of + $5 end
            where organisation = $1 and id = $2
            """;

    private Events() {}

    /** An event whose shifts are stored up to a moment. */
    public record Stored(Event event, Instant until) {}

    /**
     * Makes one, with the shifts of its next weeks; completes with its number.
     *
     * @param called whom it calls: outside of the hours there no shift is stored
     * @param maker the member who makes it
     */
    public static Uni<Long> put(
            Reads reads, Writes writes, Bot bot, Event event, Called called, long maker, Instant now) {
        Instant until = now.plus(Series.AHEAD);
        return reads.read(
                        NEW,
                        bot.organisation().number(),
                        bot.id(),
                        event.kind().column(),
                        event.fallback(),
                        json(event.titles()),
                        json(event.notes()),
                        event.place(),
                        event.link(),
                        event.host(),
                        event.audience().json(),
                        event.whom(),
                        event.zone().getId(),
                        event.rule(),
                        event.begins(),
                        (int) event.length().toMinutes(),
                        event.places(),
                        event.minimum(),
                        event.area(),
                        event.script(),
                        event.debrief(),
                        event.languages().toArray(String[]::new),
                        event.equipment(),
                        maker,
                        utc(now),
                        utc(until))
                .map(rows -> rows.iterator().next().getLong("id"))
                .invoke(id -> store(
                        writes,
                        bot.organisation(),
                        id,
                        event,
                        OffHours.part(event, called.hours(), now, until).kept()));
    }

    /** The one of this number. */
    public static Uni<Optional<Event>> find(Reads reads, Bot bot, long id) {
        return reads.read(FIND, bot.organisation().number(), bot.id(), id)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    /**
     * Series of which shifts that begin before a moment are not stored yet, some of them.
     *
     * @param areas the keys of those of which it is known when people may be called: others wait until it is
     */
    public static Uni<List<Stored>> toStore(Reads reads, Bot bot, Instant before, List<String> areas) {
        return reads.read(TO_STORE, bot.organisation().number(), bot.id(), utc(before), areas.toArray(String[]::new))
                .map(rows -> {
                    List<Stored> all = new java.util.ArrayList<>();
                    rows.forEach(row -> all.add(new Stored(
                            of(row), row.getOffsetDateTime("stored_until").toInstant())));
                    return all;
                });
    }

    /**
     * Stores the shifts of a series that begin in a stretch of time; done twice it stores them once.
     *
     * @param hours of the area it calls: outside of them none is stored; null where nobody is called
     */
    public static void store(
            Writes writes,
            OrganisationId organisation,
            Event event,
            Instant from,
            Instant until,
            @Nullable CallingHours hours) {
        OffHours.Parted parted = OffHours.part(event, hours, from, until);
        store(writes, organisation, event.id(), event, parted.kept());
        writes.write(
                STORED,
                organisation.number(),
                event.id(),
                utc(until),
                parted.left().stream().map(shift -> utc(shift.at())).toArray(OffsetDateTime[]::new),
                parted.kept().size() + parted.left().size());
    }

    private static void store(
            Writes writes, OrganisationId organisation, long id, Event event, List<Series.Begins> shifts) {
        writes.write(
                STORE,
                organisation.number(),
                id,
                shifts.stream().map(Series.Begins::local).toArray(java.time.LocalDateTime[]::new),
                shifts.stream().map(shift -> utc(shift.at())).toArray(OffsetDateTime[]::new),
                shifts.stream()
                        .map(shift -> utc(shift.at().plus(event.length())))
                        .toArray(OffsetDateTime[]::new),
                event.places(),
                event.minimum());
    }

    static Event of(Row row) {
        return new Event(
                row.getLong("event"),
                EventKind.of(row.getString("kind")),
                row.getString("fallback"),
                map(row.getJsonObject("titles")),
                map(row.getJsonObject("notes")),
                row.getString("place"),
                row.getString("link"),
                row.getLong("host"),
                row.getString("host_name"),
                Audience.read(row.getString("audience")).of(audience -> audience, problems -> {
                    throw new IllegalStateException("A kept audience cannot be read: " + problems);
                }),
                row.getString("whom"),
                ZoneId.of(row.getString("zone")),
                row.getString("rule"),
                row.getLocalDateTime("begins"),
                Duration.ofMinutes(row.getInteger("minutes")),
                row.getInteger("event_places"),
                row.getInteger("event_minimum"),
                row.getString("area"),
                row.getString("script"),
                row.getString("debrief"),
                Arrays.asList(row.getArrayOfStrings("languages")),
                row.getString("equipment"),
                row.getString("event_state").equals("open"));
    }

    private static JsonObject json(Map<String, String> texts) {
        return new JsonObject(new TreeMap<>(texts));
    }

    private static Map<String, String> map(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.fieldNames().forEach(language -> texts.put(language, json.getString(language)));
        return texts;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
