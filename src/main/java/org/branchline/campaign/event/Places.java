package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Writes;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Who has a place of a shift and who waits for one. Whoever changes anything of it holds the shift's row, so that there are
 * never more people than places, however many press at once.
 */
public final class Places {

    /** Kind of the job that offers free places to whoever waits. */
    static final String MOVE_UP = "shift.move_up";

    /** What of a shift {@code s} follows says which. */
    static final String HUSH_JOB = """
            insert into job (organisation, kind, key, argument, due_at)
            select $1, 'shift.hush', gen_random_uuid()::text, jsonb_build_object('shift', s.id), clock_timestamp()
            from shift s
            """;

    /** Whether people are still asked to come to a shift {@code s}. */
    static final String CALLED = """
            exists (
              select from broadcast b
              where b.organisation = $1 and b.origin like 'shift:%' and split_part(b.origin, ':', 2) = s.id::text
                and b.state in ('going', 'paused'))
            """;

    /** By itself, before the statement that decides: that one has to see what was done while this one waited. */
    static final String LOCK = "select 1 from shift where organisation = $1 and id = $2 for no key update";

    /** Nobody passes by those who wait. Whoever was brought along by a friend stays so. */
    private static final String SIGN_UP = """
            with s as materialized (
              select places, taken, waiting, queued, (places is null or taken < places) as free from shift
              where organisation = $1 and id = $2 and state = 'open' and starts_at > $4 and edition = $9),
            mine as materialized (
              select state from shift_place where organisation = $1 and shift = $2 and member = $3),
            put as (
              insert into shift_place (organisation, shift, member, guest, state, queue, asked_at, tell, tell_at, invited_by)
              select $1, $2, $3, $8, case when s.free and s.waiting = 0 then 'held' else 'waiting' end, s.queued + 1, $4,
                case when s.free and s.waiting = 0 then $5 end, case when s.free and s.waiting = 0 then $6::timestamptz end, $7
              from s where not exists (select from mine where state in ('held', 'waiting', 'offered'))
              on conflict (organisation, shift, member) do update set state = excluded.state, queue = excluded.queue,
                asked_at = excluded.asked_at, offered_until = null, tell = excluded.tell, tell_at = excluded.tell_at,
                came = null, unconfirmed_since = null
              returning state),
            counted as (
              update shift h set queued = h.queued + 1, taken = h.taken + (put.state = 'held')::int,
                waiting = h.waiting + (put.state = 'waiting')::int
              from put where h.organisation = $1 and h.id = $2)
            select coalesce((select state from put), (select state from mine)) as state, exists (select from put) as fresh,
              exists (select from s) as open, coalesce((select free from s), false) as free,
              coalesce((select waiting from s), 0) as ahead
            """;

    private static final String LEAVE = """
            with mine as materialized (
              select id, state from shift_place
              where organisation = $1 and shift = $2 and (member = $3 or guest is not null and id = $4)
                and state in ('held', 'waiting', 'offered')),
            gone as (
              update shift_place p set state = 'left', offered_until = null, tell = null, tell_at = null, unconfirmed_since = null
              from mine where p.organisation = $1 and p.id = mine.id),
            counted as (
              update shift h set taken = h.taken - (mine.state in ('held', 'offered'))::int,
                waiting = h.waiting - (mine.state = 'waiting')::int
              from mine where h.organisation = $1 and h.id = $2)
            select state from mine
            """;

    private static final String ACCEPT = """
            update shift_place p set state = 'held', offered_until = null, tell = $5, tell_at = $6 from shift s
            where p.organisation = $1 and p.shift = $2 and p.member = $3 and p.state = 'offered' and p.offered_until > $4
              and s.organisation = $1 and s.id = $2 and s.edition = $7
            returning p.id
            """;

    /** Of this edition: whoever read of another time meant that one. */
    private static final String CONFIRM = """
            update shift_place p set unconfirmed_since = null from shift s
            where p.organisation = $1 and p.shift = $2 and p.member = $3 and p.state = 'held'
              and s.organisation = $1 and s.id = $2 and s.edition = $4
            returning p.id
            """;

    /** Kind of the job that ends calls for more people. */
    public static final String HUSH = "shift.hush";

    /** Organisation, shift. Once nobody more is wanted, where somebody is still asked. */
    private static final String HUSH_FULL = HUSH_JOB + """
            where s.organisation = $1 and s.id = $2 and s.taken >= coalesce(s.places, s.minimum) and
            """ + CALLED;

    private static final String JOB = "insert into job (organisation, kind, key, argument, due_at)"
            + " values ($1, $2, gen_random_uuid()::text, $3, clock_timestamp())";

    /** Other shifts of a member at the same time. */
    private static final String MEANWHILE = "select " + Shifts.COLUMNS + "from shift_place p\n"
            + "join shift s on s.organisation = $1 and s.id = p.shift\n" + Shifts.EVENT + """
            where p.organisation = $1 and p.member = $2 and p.state in ('held', 'waiting', 'offered') and s.id <> $3
              and s.state = 'open' and s.starts_at < $5 and s.ends_at > $4
            order by s.starts_at limit 1
            """;

    private Places() {}

    /**
     * What came of asking for a place.
     *
     * @param standing how they stand now; what it was before where nothing changed
     * @param fresh whether this changed it
     * @param open false where it has begun, is off, or was moved since it was looked at
     * @param ahead how many wait before them, where they just began to
     */
    public record Asked(Standing standing, boolean fresh, boolean open, int ahead) {}

    /** Asks for a place for this chat's member: theirs where one is free and nobody waits, else they wait. */
    public static Uni<Asked> signUp(Exchange exchange, Shift shift, QuietHours quiet) {
        Optional<Reminder.Next> next = Reminder.after(exchange.now(), shift.startsAt(), quiet, Mine.zone(exchange));
        return ask(
                exchange,
                shift,
                exchange.member().id(),
                exchange.utc(),
                tell(next),
                at(next),
                null,
                null,
                shift.edition());
    }

    /** Asks for a place for somebody without a chat, whom this chat's member adds by a name: theirs as it would be a member's. */
    public static Uni<Asked> add(Exchange exchange, Shift shift, String guest) {
        long by = exchange.member().id();
        return ask(exchange, shift, null, exchange.utc(), null, null, by, guest, shift.edition());
    }

    private static Uni<Asked> ask(Exchange exchange, Shift shift, @Nullable Long member, @Nullable Object... more) {
        return both(exchange, shift.id(), SIGN_UP, member, more)
                .map(Optional::orElseThrow)
                .map(row -> {
                    Standing standing = Standing.of(row.getString("state"));
                    boolean fresh = row.getBoolean("fresh");
                    if (fresh && standing == Standing.HELD) {
                        exchange.write(HUSH_FULL, exchange.organisation().number(), shift.id());
                    }
                    if (fresh && standing == Standing.WAITING && row.getBoolean("free")) {
                        moveUp(exchange, exchange.organisation(), shift.id());
                    }
                    return new Asked(standing, fresh, row.getBoolean("open"), row.getInteger("ahead"));
                });
    }

    /** Gives up the place of this chat's member, or their waiting for one; completes with how they stood. */
    public static Uni<Standing> leave(Exchange exchange, Shift shift) {
        return leave(exchange, shift, exchange.member().id(), null);
    }

    /** Takes somebody without a chat off again; completes with how they stood. */
    public static Uni<Standing> takeOff(Exchange exchange, Shift shift, long place) {
        return leave(exchange, shift, null, place);
    }

    private static Uni<Standing> leave(Exchange exchange, Shift shift, @Nullable Long member, @Nullable Long place) {
        return leave(exchange::read, exchange, exchange.organisation(), shift.id(), member, place);
    }

    /** Gives up a member's place, or their waiting for one; completes with how they stood. */
    static Uni<Standing> leave(Reads reads, Writes writes, OrganisationId organisation, long shift, long member) {
        return leave(reads, writes, organisation, shift, member, null);
    }

    private static Uni<Standing> leave(
            Reads reads,
            Writes writes,
            OrganisationId organisation,
            long shift,
            @Nullable Long member,
            @Nullable Long place) {
        return both(reads, organisation, shift, LEAVE, member, place).map(found -> {
            Standing before =
                    found.map(row -> Standing.of(row.getString("state"))).orElse(Standing.NONE);
            if (before == Standing.HELD || before == Standing.OFFERED) {
                moveUp(writes, organisation, shift);
            }
            return before;
        });
    }

    /** Takes the place that this chat's member was offered; completes with whether it was not too late. */
    public static Uni<Boolean> accept(Exchange exchange, Shift shift, QuietHours quiet) {
        Optional<Reminder.Next> next = Reminder.after(exchange.now(), shift.startsAt(), quiet, Mine.zone(exchange));
        return both(
                        exchange,
                        shift.id(),
                        ACCEPT,
                        exchange.member().id(),
                        exchange.utc(),
                        tell(next),
                        at(next),
                        shift.edition())
                .map(Optional::isPresent);
    }

    /**
     * This chat's member comes although the shift was moved; completes with whether that is noted.
     *
     * @param edition of the shift as they read it
     */
    public static Uni<Boolean> confirm(Exchange exchange, Shift shift, int edition) {
        return both(exchange, shift.id(), CONFIRM, exchange.member().id(), edition)
                .map(Optional::isPresent);
    }

    /** Another shift of this chat's member at the same time. */
    public static Uni<Optional<Shift>> meanwhile(Exchange exchange, Shift shift) {
        return exchange.read(
                        MEANWHILE,
                        exchange.organisation().number(),
                        exchange.member().id(),
                        shift.id(),
                        Events.utc(shift.startsAt()),
                        Events.utc(shift.endsAt()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Shifts.of(rows.iterator().next())));
    }

    /** Free places are offered to whoever waits, after the commit. */
    public static void moveUp(Writes writes, OrganisationId organisation, long shift) {
        writes.write(JOB, organisation.number(), MOVE_UP, new JsonObject().put("shift", shift));
    }

    static @Nullable String tell(Optional<Reminder.Next> next) {
        return next.map(each -> each.reminder().tell()).orElse(null);
    }

    static @Nullable OffsetDateTime at(Optional<Reminder.Next> next) {
        return next.map(each -> Events.utc(each.at())).orElse(null);
    }

    /** In one flight, but the second sees what was committed before the first went on. */
    private static Uni<Optional<Row>> both(
            Exchange exchange, long shift, String sql, @Nullable Long member, @Nullable Object... more) {
        return both(exchange::read, exchange.organisation(), shift, sql, member, more);
    }

    private static Uni<Optional<Row>> both(
            Reads reads,
            OrganisationId organisation,
            long shift,
            String sql,
            @Nullable Long member,
            @Nullable Object... more) {
        int number = organisation.number();
        @Nullable Object[] arguments = new @Nullable Object[more.length + 3];
        arguments[0] = number;
        arguments[1] = shift;
        arguments[2] = member;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Uni.combine()
                .all()
                .unis(reads.read(LOCK, number, shift), reads.read(sql, arguments))
                .asTuple()
                .map(found -> found.getItem2().size() == 0
                        ? Optional.empty()
                        : Optional.of(found.getItem2().iterator().next()));
    }
}
