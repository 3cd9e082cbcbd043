package org.branchline.campaign.event;

/** What erasing somebody means for shifts: their places go to those who wait. Organisation, person. */
public final class Unsigning {

    /** By itself and in this order, before what decides: that one has to see what was done while this one waited. */
    public static final String LOCK = """
            select 1 from shift s
            where s.organisation = $1 and s.id in (
              select p.shift from shift_place p join member m on m.organisation = $1 and m.telegram_user = $2
              where p.organisation = $1 and (p.member = m.id or p.invited_by = m.id))
            order by s.id for no key update
            """;

    /** A guest is known to nobody but the member who brought them, and goes with them. */
    public static final String FREE = """
            with gone as (
              delete from shift_place p using member m
              where m.organisation = $1 and m.telegram_user = $2 and p.organisation = $1
                and (p.member = m.id or p.invited_by = m.id and p.guest is not null)
              returning p.shift, p.state),
            counted as (
              update shift s set taken = s.taken - g.taken, waiting = s.waiting - g.waiting
              from (
                select shift, count(*) filter (where state in ('held', 'offered'))::int as taken,
                  count(*) filter (where state = 'waiting')::int as waiting
                from gone group by shift) g
              where s.organisation = $1 and s.id = g.shift
              returning s.id, g.taken)
            insert into job (organisation, kind, key, argument, due_at)
            select $1, 'shift.move_up', gen_random_uuid()::text, jsonb_build_object('shift', id), clock_timestamp()
            from counted where taken > 0
            """;

    /** Whom they brought keeps their place. */
    public static final String UNINVITE = """
            update shift_place p set invited_by = null from member m
            where m.organisation = $1 and m.telegram_user = $2 and p.organisation = $1 and p.invited_by = m.id
            """;

    /** What they host or made takes place without a name. */
    public static final String UNHOST = """
            update event e set host = nullif(e.host, m.id), created_by = nullif(e.created_by, m.id) from member m
            where m.organisation = $1 and m.telegram_user = $2 and e.organisation = $1 and m.id in (e.host, e.created_by)
            """;

    private Unsigning() {}
}
