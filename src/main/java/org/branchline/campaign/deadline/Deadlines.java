package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.occurrence.Schedules;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.intake.Exchange;
import org.branchline.roster.Bot;

/** Where deadlines are kept; whatever changes one lets its rungs fall due anew. */
public final class Deadlines {

    /** The columns of a deadline {@code d} and its lead {@code l}. */
    public static final String COLUMNS = """
            d.id, d.bot, d.fallback, d.titles, d.tasks, d.link, d.due_at, d.due_on, d.audience, d.whom, d.ladder, d.lead,
            l.name as lead_name, d.state, d.edition, d.told, d.made_at, d.branch, d.parent
            """;

    /** Its lead. */
    public static final String LEAD = "left join member l on l.organisation = d.organisation and l.id = d.lead\n";

    private static final String FIND =
            "select " + COLUMNS + "from deadline d " + LEAD + "where d.organisation = $1 and d.id = $2";

    /** Organisation, bot, the first day that counts. A part is shown with its whole. */
    private static final String OPEN = "select " + COLUMNS + "from deadline d " + LEAD + """
            where d.organisation = $1 and d.bot = $2 and d.state = 'open' and d.parent is null
              and coalesce(d.due_at, (d.due_on + 1)::timestamp at time zone 'UTC') > $3
            order by coalesce(d.due_at, (d.due_on + 1)::timestamp at time zone 'UTC'), d.id
            """;

    private static final String SOONEST = OPEN + "limit $4";

    private static final String NEW = """
            insert into deadline (organisation, bot, fallback, titles, tasks, link, due_at, due_on, audience, whom, ladder, lead,
              created_by, made_at, branch, parent, handing)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (select id from member where organisation = $1 and id = $12),
              $13, $14, $15, $16, case when $15::bigint is not null and $16::bigint is null then 'asked' end)
            returning id
            """;

    private static final String GIVEN = "update deadline set audience = $3 where organisation = $1 and id = $2";

    private static final String HOLD = """
            insert into deadline_holder (organisation, deadline, member) select $1, $2, unnest($3::bigint[])
            on conflict do nothing
            """;

    private static final String MOVE = """
            update deadline d set due_at = $3, due_on = $4, ladder = $5, edition = edition + 1, made_at = $6,
              told = told or exists (
                select from broadcast b
                where b.organisation = $1 and b.origin like 'deadline:%' and split_part(b.origin, ':', 2) = d.id::text)
            where organisation = $1 and (id = $2 or parent = $2) and state = 'open'
            returning id
            """;

    private static final String CANCEL = """
            update deadline set state = 'cancelled' where organisation = $1 and (id = $2 or parent = $2) and state = 'open'
            returning id
            """;

    /** Nobody is told any more why somebody cannot. */
    private static final String HUSH = """
            update deadline_answer set key_id = null, ciphertext = null, reason_until = null
            where organisation = $1 and deadline = $2 and ciphertext is not null
            """;

    /** What still waits for a member. */
    private static final String TAKE_BACK = """
            update outbox o set state = 'failed', reason = 'CANCELLED', done_at = clock_timestamp()
            from broadcast b
            where b.organisation = $1 and b.origin like 'deadline:%' and split_part(b.origin, ':', 2) = $2::bigint::text
              and o.organisation = $1 and o.content = b.content and o.member = $3 and o.state in ('held', 'queued', 'joined')
            """;

    private static final String END = """
            update deadline set state = 'cancelled'
            where organisation = $1 and id = $2 and parent is not null and state = 'open'
              and not exists (select from deadline_holder where organisation = $1 and deadline = $2)
            returning id
            """;

    private static final String TELL = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing
            """;

    private Deadlines() {}

    /** The one of that number, whatever became of it. */
    public static Uni<Optional<Deadline>> find(Reads database, OrganisationId organisation, long id) {
        return database.read(FIND, organisation.number(), id)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    /** Which bot asks for it. */
    static Uni<Optional<Kept>> kept(Reads database, OrganisationId organisation, long id) {
        return database.read(FIND, organisation.number(), id)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Kept(
                                new Bot(organisation, rows.iterator().next().getLong("bot")),
                                of(rows.iterator().next()))));
    }

    /** A deadline and the bot that asks for it. */
    record Kept(Bot bot, Deadline deadline) {}

    /** Those that are open and due from then on, soonest first. */
    public static Uni<List<Deadline>> open(Reads database, Bot bot, OffsetDateTime from) {
        return database.read(OPEN, bot.organisation().number(), bot.id(), from).map(Deadlines::all);
    }

    /** The first of them. */
    public static Uni<List<Deadline>> soonest(Reads database, Bot bot, OffsetDateTime from, int most) {
        return database.read(SOONEST, bot.organisation().number(), bot.id(), from, most)
                .map(Deadlines::all);
    }

    static List<Deadline> all(RowSet<Row> rows) {
        List<Deadline> all = new ArrayList<>();
        rows.forEach(row -> all.add(of(row)));
        return all;
    }

    /** Sets one; completes with its number. One with a branch is for those alone to whom it is given by name. */
    public static Uni<Long> put(Exchange exchange, Deadline deadline) {
        return store(exchange, deadline).invoke(id -> {
            if (deadline.branch() != null) {
                given(exchange, id);
            }
        });
    }

    private static Uni<Long> store(Exchange exchange, Deadline deadline) {
        return exchange.read(
                        NEW,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        deadline.fallback(),
                        json(deadline.titles()),
                        json(deadline.tasks()),
                        deadline.link(),
                        at(deadline.due()),
                        deadline.due() instanceof EndOf end ? end.day() : null,
                        deadline.audience().json(),
                        deadline.whom(),
                        deadline.ladder().toString(),
                        deadline.lead(),
                        exchange.member().id(),
                        exchange.utc(),
                        deadline.branch(),
                        deadline.parent())
                .map(rows -> rows.iterator().next().getLong("id"))
                .invoke(id -> Schedules.open(exchange, exchange.organisation(), Rungs.KIND, id, exchange.now()));
    }

    /** Sets one that is given to these members by name, and is for them alone; completes with its number. */
    public static Uni<Long> give(Exchange exchange, Deadline deadline, List<Long> members) {
        return store(exchange, deadline).invoke(id -> {
            given(exchange, id);
            exchange.write(HOLD, exchange.organisation().number(), id, members.toArray(Long[]::new));
        });
    }

    private static void given(Exchange exchange, long id) {
        exchange.write(
                GIVEN,
                exchange.organisation().number(),
                id,
                Audience.EVERYONE.given(id).json());
    }

    /** Makes it and its parts due another time, by the ladder it has there. */
    public static Uni<Void> move(
            Exchange exchange, long id, org.branchline.calendar.Deadline due, LadderBefore ladder) {
        return exchange.read(
                        MOVE,
                        exchange.organisation().number(),
                        id,
                        at(due),
                        due instanceof EndOf end ? end.day() : null,
                        ladder.toString(),
                        exchange.utc())
                .invoke(rows -> rows.forEach(row -> Schedules.open(
                        exchange, exchange.organisation(), Rungs.KIND, row.getLong("id"), exchange.now())))
                .replaceWithVoid();
    }

    /** Nobody is asked for it or its parts any more; whoever heard of it is told. */
    public static Uni<Void> cancel(Exchange exchange, long id) {
        return exchange.read(CANCEL, exchange.organisation().number(), id)
                .invoke(rows -> rows.forEach(row -> {
                    long gone = row.getLong("id");
                    Schedules.end(exchange, exchange.organisation(), Rungs.KIND, gone);
                    exchange.write(HUSH, exchange.organisation().number(), gone);
                    exchange.write(
                            TELL,
                            exchange.organisation().number(),
                            CallingOff.KIND,
                            "" + gone,
                            new JsonObject()
                                    .put("deadline", gone)
                                    .put("at", exchange.utc().toString()));
                }))
                .replaceWithVoid();
    }

    /** What the calendar said of it to one member does not go any more, as far as it waits. */
    public static void takeBack(Exchange exchange, long id, long member) {
        exchange.write(TAKE_BACK, exchange.organisation().number(), id, member);
    }

    /** Ends a part that nobody has any more; nobody is told. */
    public static Uni<Void> endWithoutHolder(Exchange exchange, long id) {
        return exchange.read(END, exchange.organisation().number(), id)
                .invoke(rows -> {
                    if (rows.size() > 0) {
                        Schedules.end(exchange, exchange.organisation(), Rungs.KIND, id);
                        exchange.write(HUSH, exchange.organisation().number(), id);
                    }
                })
                .replaceWithVoid();
    }

    private static @org.jspecify.annotations.Nullable OffsetDateTime at(org.branchline.calendar.Deadline due) {
        return due instanceof Moment moment ? moment.at().atOffset(ZoneOffset.UTC) : null;
    }

    /** One of these rows. */
    public static Deadline of(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("due_at");
        return new Deadline(
                row.getLong("id"),
                row.getString("fallback"),
                map(row.getJsonObject("titles")),
                map(row.getJsonObject("tasks")),
                row.getString("link"),
                at == null ? new EndOf(row.getLocalDate("due_on")) : new Moment(at.toInstant()),
                Audience.read(row.getString("audience")).of(audience -> audience, problems -> {
                    throw new IllegalStateException("A kept audience cannot be read: " + problems);
                }),
                row.getString("whom"),
                LadderBefore.read(row.getString("ladder")).of(ladder -> ladder, problems -> {
                    throw new IllegalStateException("A kept ladder cannot be read: " + problems);
                }),
                row.getLong("lead"),
                row.getString("lead_name"),
                row.getString("state").equals("open"),
                row.getInteger("edition"),
                row.getBoolean("told"),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getLong("branch"),
                row.getLong("parent"));
    }

    private static JsonObject json(Map<String, String> texts) {
        return new JsonObject(new TreeMap<>(texts));
    }

    private static Map<String, String> map(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.fieldNames().forEach(language -> texts.put(language, json.getString(language)));
        return texts;
    }
}
