package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.delivery.Contents;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/**
 * Broadcasts that the calendar begins: nobody wrote them, each grows as it falls due in zone after zone, and it keeps to the
 * members' nights and budgets like any other.
 */
@Singleton
public class Notices {

    private static final String FIND = "select id from broadcast where organisation = $1 and origin = $2";

    private static final String NEW = """
            insert into broadcast (organisation, bot, content, key, request, kind, audience, actions, state, goes_at, last_at,
              held_until, quiet_from, quiet_until, finish_by, origin, rides, playbook, prompt, occurrence)
            values ($1, $2, $3, gen_random_uuid()::text, $4, 'service', $5::text::jsonb, $6, 'going', $7, $7, $7, $8, $9, $10, $11,
              $12, $13, $14, $15)
            on conflict (organisation, origin) where origin is not null do nothing
            returning id
            """;

    /** Opens it again where it was over for the zones before, unless somebody called it back. */
    private static final String PAGE = """
            with b as materialized (
              select content from broadcast
              where organisation = $1 and id = $4 and state in ('going', 'paused', 'done')
              for no key update),
            page as materialized (
              select r.member, r.chat from (
            """ + Audiences.MEMBERS + """
              ) r where r.member > $5 and exists (select from b) and (
                coalesce(r.timezone, $9) = any($8::text[])
                or $10 and exists (
                  select from member m where m.organisation = $1 and m.id = r.member and m.moved_at > $7::timestamptz - interval '30 hours'))
                and ($11::text is null or
            """ + Nudges.SPARES_NOT + """
                )
              order by r.member limit $6),
            put as (
              insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, content, member)
              select $1, $2, page.chat, 2, 'report', 'held', $7, b.content, page.member from page cross join b
              order by page.member
              on conflict (organisation, content, member) where content is not null do nothing
              returning member),
            nudged as (
              insert into nudge (organisation, thing, member, at)
              select $1, $11, member, $7 from put where $11::text is not null
              on conflict do nothing),
            opened as (
              update broadcast set state = case when state = 'done' then 'going' else state end, counts = null,
                done_at = null, last_at = greatest(last_at, $7), recipients = recipients + (select count(*) from put)
              where organisation = $1 and id = $4 and exists (select from put))
            select max(member) as last from page
            """;

    /** Two who nudge at once would not see each other's, and a member would get both. */
    private static final String ONE_NUDGER = "select pg_advisory_xact_lock(hashtext('nudges'), $1)::text";

    private final Transactions transactions;
    private final Organisations organisations;
    private final Feeding feeding;

    Notices(Transactions transactions, Organisations organisations, Feeding feeding) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.feeding = feeding;
    }

    /**
     * Puts it to those of its audience who live by these clocks, whoever's zone nobody knows by {@link Schedule#UNKNOWN}.
     * Done twice it puts it once: nobody gets a notice of one origin a second time, wherever they move.
     *
     * @param fallen where it falls due and when; the last time also to whoever moved from where it was not due yet to
     *     where it was over
     */
    public Uni<Void> put(Bot bot, Notice notice, Fallen fallen) {
        return transactions
                .inTransaction(bot.organisation(), tx -> begun(tx, bot, notice, fallen.due()))
                .flatMap(id -> Steps.all(after -> page(bot, notice, id, fallen, after)))
                .invoke(feeding::look);
    }

    private Uni<Long> begun(Tx tx, Bot bot, Notice notice, Instant due) {
        return tx.query(FIND, bot.organisation().number(), notice.origin())
                .flatMap(found -> found.size() > 0
                        ? Uni.createFrom().item(found.iterator().next().getLong("id"))
                        : begin(tx, bot, notice, due));
    }

    private Uni<Long> begin(Tx tx, Bot bot, Notice notice, Instant due) {
        Organisation organisation = organisations.organisation(bot.organisation());
        QuietHours quiet = organisation.quietHours().none() ? null : organisation.quietHours();
        Instant until = notice.until();
        Notice.Asks asks = notice.asks();
        return Contents.reserve(
                        tx::query, bot.organisation(), organisation.languages().get(0))
                .call(content -> Contents.write(
                        tx::query, bot.organisation(), content, notice.words().apply(content)))
                .call(content -> until == null
                        ? Uni.createFrom().voidItem()
                        : Contents.until(tx::query, bot.organisation(), content, until))
                .call(content -> notice.lastDay() == null
                        ? Uni.createFrom().voidItem()
                        : Contents.until(tx::query, bot.organisation(), content, notice.lastDay()))
                .flatMap(content -> tx.query(
                        NEW,
                        bot.organisation().number(),
                        bot.id(),
                        content,
                        Buffer.buffer(),
                        notice.audience().json(),
                        asks == null ? new JsonObject() : asks.offer().labels(),
                        utc(due),
                        quiet == null ? null : quiet.from(),
                        quiet == null ? null : quiet.until(),
                        until == null ? null : utc(until),
                        notice.origin(),
                        notice.rides(),
                        asks == null ? "" : asks.offer().playbook(),
                        asks == null ? null : asks.prompt(),
                        asks == null ? null : asks.occurrence()))
                .flatMap(rows -> rows.size() > 0
                        ? Uni.createFrom().item(rows.iterator().next().getLong("id"))
                        // Another replica began it in the same moment.
                        : Uni.createFrom().failure(new IllegalStateException("begun elsewhere, to be tried again")));
    }

    private Uni<Long> page(Bot bot, Notice notice, long id, Fallen fallen, long after) {
        return transactions
                .inTransaction(bot.organisation(), tx -> (notice.nudge() == null
                                ? Uni.createFrom().voidItem()
                                : tx.query(ONE_NUDGER, bot.organisation().number())
                                        .replaceWithVoid())
                        .chain(() -> tx.query(
                                PAGE,
                                bot.organisation().number(),
                                bot.id(),
                                notice.audience().json(),
                                id,
                                after,
                                Steps.SIZE,
                                utc(fallen.due()),
                                fallen.zones().toArray(String[]::new),
                                Schedule.UNKNOWN.getId(),
                                fallen.last(),
                                notice.nudge())))
                .map(Notices::last);
    }

    private static long last(RowSet<Row> rows) {
        return Objects.requireNonNullElse(rows.iterator().next().getLong("last"), Steps.END);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
