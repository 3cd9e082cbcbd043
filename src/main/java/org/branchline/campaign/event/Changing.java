package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Writes;

/**
 * Calls shifts off and moves them, and leaves to be told whoever has a place or waits for one. Whoever does it holds the
 * shift's row, as {@link Places} does.
 */
public final class Changing {

    /** Kind of the job that calls a whole series off. */
    static final String CANCEL_SERIES = "shift.cancel_series";

    /** Kind of the job that tells everybody where an event is now. */
    static final String TELL_WHERE_JOB = "shift.where";

    /** What follows {@code s (id, starts_at)}, the shifts in question: each member hears of it once, however many they are. */
    private static final String CANCELLED = """
            offers as materialized (
              select p.shift, count(*)::int as n from shift_place p join s on s.id = p.shift
              where p.organisation = $1 and p.state = 'offered' group by p.shift),
            off as (
              update shift h set state = 'cancelled', taken = h.taken - coalesce(o.n, 0), waiting = h.waiting + coalesce(o.n, 0)
              from s left join offers o on o.shift = s.id where h.organisation = $1 and h.id = s.id),
            told as (
              update shift_place p set state = case when p.state = 'offered' then 'waiting' else p.state end,
                offered_until = null, unconfirmed_since = null, tell = case when t.first then $4 end,
                tell_at = case when t.first then $3::timestamptz end
              from (
                select p.id, row_number() over (partition by p.member order by s.starts_at, s.id) = 1 as first
                from shift_place p join s on s.id = p.shift
                where p.organisation = $1 and p.member is not null and p.state in ('held', 'waiting', 'offered')) t
              where p.organisation = $1 and p.id = t.id
              returning t.first)
            select (select count(*)::int from s) as shifts, (select count(*)::int from told where first) as members
            """;

    private static final String CANCEL = """
            with s as materialized (
              select id, starts_at from shift where organisation = $1 and id = $2 and state = 'open' and ends_at > $3),
            """ + CANCELLED;

    private static final String CANCEL_ALL = """
            with s as materialized (
              select id, starts_at from shift where organisation = $1 and event = $2 and state = 'open' and ends_at > $3),
            """ + CANCELLED;

    private static final String LOCK_ALL = """
            select 1 from shift where organisation = $1 and event = $2 and state = 'open' and ends_at > $3
            order by id for no key update
            """;

    /** Organisation, shift. */
    private static final String HUSH = Places.HUSH_JOB + "where s.organisation = $1 and s.id = $2 and " + Places.CALLED;

    /** Organisation, event. */
    private static final String HUSH_ALL =
            Places.HUSH_JOB + "where s.organisation = $1 and s.event = $2 and " + Places.CALLED;

    private static final String END = "update event set state = 'cancelled' where organisation = $1 and id = $2";

    /** What is offered stays so, but not beyond the new beginning, and friends come until then; who did not hear of an offer yet reads the new time with it. */
    private static final String MOVE = """
            with s as (
              update shift set moved_from = starts_at, starts_at = $3, ends_at = $4, edition = edition + 1, host_told = 0
              where organisation = $1 and id = $2 and state = 'open' and starts_at > $5 and starts_at <> $3
              returning 1),
            links as (
              update join_link l set expires_at = $3 from shift_link k, s
              where k.organisation = $1 and k.shift = $2 and l.organisation = $1 and l.id = k.link),
            told as (
              update shift_place p set
                offered_until = case when p.state = 'offered' then least(p.offered_until, $3::timestamptz) end,
                unconfirmed_since = case when p.state = 'held' then $5::timestamptz end,
                tell = case when p.tell = 'offer' and p.tell_at < $3 then 'offer' else 'moved' end,
                tell_at = case when p.tell = 'offer' and p.tell_at < $3 then p.tell_at else $5 end
              from s
              where p.organisation = $1 and p.shift = $2 and p.member is not null and p.state in ('held', 'waiting', 'offered')
              returning 1)
            select (select count(*)::int from s) as shifts, (select count(*)::int from told) as members
            """;

    /** Whoever makes it waits for no shift: what follows for its people is a job. */
    private static final String WHERE = """
            update event set place = $3, link = $4
            where organisation = $1 and id = $2 and state = 'open' and (place, link) is distinct from ($3, $4)
            """;

    /**
     * Each member hears of it once, however many of its shifts they are in: with the next. Whoever is told of the shift in a
     * moment anyway reads it there, and whoever asked for a place since has read it.
     */
    private static final String TELL_WHERE = """
            with s as materialized (
              select id, starts_at from shift where organisation = $1 and event = $2 and state = 'open' and starts_at > $4),
            told as materialized (
              select p.id, row_number() over (partition by p.member order by s.starts_at, s.id) = 1 as first
              from shift_place p join s on s.id = p.shift
              where p.organisation = $1 and p.member is not null and p.state = 'held' and p.asked_at <= $3
                and (p.where_since is null or p.where_since < $3))
            update shift_place p set where_since = $3,
              tell = case when t.first and (p.tell is null or p.tell in ('day', 'hour')) then 'where' else p.tell end,
              tell_at = case when t.first and (p.tell is null or p.tell in ('day', 'hour')) then $4::timestamptz else p.tell_at end
            from told t
            where p.organisation = $1 and p.id = t.id and p.state = 'held'
            """;

    private static final String JOB = "insert into job (organisation, kind, key, argument, due_at)"
            + " values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing";

    private Changing() {}

    /**
     * What came of it.
     *
     * @param done false where it was so already, or is too late
     * @param members how many are told
     */
    public record Done(boolean done, int members) {}

    /** Calls one shift off. */
    public static Uni<Done> cancel(Reads reads, OrganisationId organisation, long shift, Instant now) {
        int number = organisation.number();
        return done(reads.read(Places.LOCK, number, shift), () -> reads.read(HUSH, number, shift)
                .chain(() -> reads.read(CANCEL, number, shift, Events.utc(now), "cancelled")));
    }

    /** Calls a series off, after the commit: all its shifts that are not over, and none follow. */
    public static void cancelSeries(Writes writes, OrganisationId organisation, long event) {
        writes.write(END, organisation.number(), event);
        writes.write(JOB, organisation.number(), CANCEL_SERIES, "" + event, new JsonObject().put("event", event));
    }

    static Uni<Done> cancelAll(Reads reads, OrganisationId organisation, long event, Instant now) {
        int number = organisation.number();
        return done(reads.read(LOCK_ALL, number, event, Events.utc(now)), () -> reads.read(HUSH_ALL, number, event)
                .chain(() -> reads.read(CANCEL_ALL, number, event, Events.utc(now), "all_off")));
    }

    /** Moves a shift that has not begun; reminders are put anew once its people heard of it. */
    public static Uni<Done> move(Reads reads, OrganisationId organisation, Shift shift, Instant to, Instant now) {
        Duration length = Duration.between(shift.startsAt(), shift.endsAt());
        int number = organisation.number();
        return done(reads.read(Places.LOCK, number, shift.id()), () -> reads.read(HUSH, number, shift.id())
                .chain(() -> reads.read(
                        MOVE, number, shift.id(), Events.utc(to), Events.utc(to.plus(length)), Events.utc(now))));
    }

    /** Says where an event is, with its shifts that are still to come; completes with whether that is new. */
    public static Uni<Boolean> where(
            Reads reads, Writes writes, OrganisationId organisation, Event event, Where where, Instant now) {
        return reads.read(WHERE, organisation.number(), event.id(), where.place(), where.link())
                .map(changed -> changed.rowCount() > 0)
                .invoke(changed -> {
                    if (changed) {
                        String at = now.toString();
                        writes.write(
                                JOB,
                                organisation.number(),
                                TELL_WHERE_JOB,
                                event.id() + ":" + at,
                                new JsonObject().put("event", event.id()).put("at", at));
                    }
                });
    }

    static Uni<Void> tellWhere(Reads reads, OrganisationId organisation, long event, Instant since, Instant now) {
        int number = organisation.number();
        return reads.read(LOCK_ALL, number, event, Events.utc(now))
                .chain(() -> reads.read(TELL_WHERE, number, event, Events.utc(since), Events.utc(now)))
                .replaceWithVoid();
    }

    private static Uni<Done> done(Uni<?> lock, Supplier<Uni<RowSet<Row>>> change) {
        return lock.chain(change::get)
                .map(rows -> rows.iterator().next())
                .map(row -> new Done(row.getInteger("shifts") > 0, row.getInteger("members")));
    }
}
