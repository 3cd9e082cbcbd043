package org.branchline.campaign.occurrence;

/** Statements about what falls due. */
final class OccurrenceSql {

    /** Rows at a time: one occurrence in all zones is about 600. */
    static final int ROWS = 5_000;

    /** Organisation, until when all must be planned, kinds, the last schedule that was seen, how many. */
    static final String TO_PLAN = """
            select id from schedule
            where organisation = $1 and open and planned_until < $2 and kind = any($3::text[]) and id > $4
            order by id limit $5
            """;

    /** Organisation, until when it must be planned, schedule. Holds on to it. */
    static final String ONE_TO_PLAN = """
            select kind, subject, planned_until from schedule
            where organisation = $1 and open and planned_until < $2 and id = $3
            for update skip locked
            """;

    /** Organisation, schedule, and what falls due: names, zones, instants, from when on each is passed over. */
    static final String PLAN = """
            insert into occurrence (organisation, schedule, occurrence, zone, due_at, late_at)
            select $1, $2, p.occurrence, p.zone, p.due_at, p.late_at
            from unnest($3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[]) as p(occurrence, zone, due_at, late_at)
            on conflict (organisation, schedule, occurrence, zone)
              do update set due_at = excluded.due_at, late_at = excluded.late_at where occurrence.state = 'waiting'
            """;

    /** Organisation, schedule, until when it is planned, whether more can follow. */
    static final String PLANNED =
            "update schedule set planned_until = $3, open = open and $4 where organisation = $1 and id = $2";

    /**
     * Organisation, now. Hands what is due to jobs, one for each occurrence and instant: of several that one zone missed the
     * newest, and none that is late. Yields how many rows that were, at most {@link #ROWS}. They are marked by their places:
     * joined by their keys, Postgres may read the whole table.
     */
    static final String TAKE = """
            with due as materialized (
              select ctid as place, schedule, occurrence, zone, due_at, late_at from occurrence
              where organisation = $1 and state = 'waiting' and due_at <= $2
              order by due_at limit %d for update skip locked),
            judged as materialized (
              select place, schedule, occurrence, zone, due_at,
                late_at > $2 and not exists (
                  select from occurrence n
                  where n.organisation = $1 and n.schedule = due.schedule and n.zone = due.zone
                    and n.due_at > due.due_at and n.due_at <= $2) as goes
              from due),
            fallen as (
              update occurrence set state = 'fallen'
              where organisation = $1 and ctid = any (array(select place from judged where goes))),
            passed as (
              update occurrence set state = 'passed'
              where organisation = $1 and ctid = any (array(select place from judged where not goes))),
            jobs as (
              insert into job (organisation, kind, key, argument, due_at)
              select $1, 'occurrence',
                concat_ws(':', schedule, occurrence, extract(epoch from due_at), min(zone), goes),
                jsonb_build_object('schedule', schedule, 'occurrence', occurrence, 'due', due_at, 'goes', goes,
                  'zones', jsonb_agg(zone order by zone),
                  'last', not exists (
                    select from occurrence o where o.organisation = $1 and o.schedule = judged.schedule
                      and o.occurrence = judged.occurrence and o.due_at > judged.due_at)),
                clock_timestamp()
              from judged group by schedule, occurrence, due_at, goes
              on conflict do nothing)
            select count(*) as rows from due
            """.formatted(ROWS);

    static final String SUBJECT = "select kind, subject from schedule where organisation = $1 and id = $2";

    private OccurrenceSql() {}
}
