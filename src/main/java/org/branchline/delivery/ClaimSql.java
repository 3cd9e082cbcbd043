package org.branchline.delivery;

/** The statement by which rows are claimed. */
final class ClaimSql {

    /**
     * Organisation, bot, fence, how many, now as people see it, the most and the least urgent priority. A row waits for
     * the earlier ones of its chat that are as urgent or more. Whoever left, asked for quiet or cannot be reached since a
     * row was queued does not get it: replies aside, which they asked for. Nobody gets a content after its end. One that
     * stood in the queue for longer than a minute is held again, before all others of its content, to be judged by the hour
     * it is now. What goes with a claimed row is claimed with it unless somebody else holds on to it: {@code digest} are
     * their payloads, in order, null for none.
     */
    static final String CLAIM = """
            with next as materialized (
              select q.id, q.content, q.digest, p.name, p.language, coalesce(p.timezone, h.timezone, 'UTC') as zone,
                case
                  when p.stopped_at is not null then 'STOPPED'
                  when q.daytime and q.content is null and q.due_at < clock_timestamp() - interval '1 minute' then 'STALE'
                  when q.content is null then null
                  when k.until <= $5
                    or (k.until_on + 1)::timestamp at time zone coalesce(p.timezone, h.timezone, 'UTC') <= $5 then 'TOO_LATE'
                  when p.id is null or not c.reachable then 'UNREACHABLE'
                  when p.quiet_until > $5 then 'QUIET'
                  when k.attachment is not null and (f.id is null or f.refused) then 'FILE'
                  when q.due_at < clock_timestamp() - interval '1 minute' then 'STALE'
                end as barred
              from outbox q
              left join chat c on q.priority > 0 and c.organisation = $1 and c.bot = $2 and c.id = q.chat
              left join member p on p.organisation = c.organisation and p.id = c.member
              left join branch h on h.organisation = $1 and h.id = p.branch
              left join content k on k.organisation = $1 and k.id = q.content
              left join attachment f on f.organisation = $1 and f.id = k.attachment
              where q.organisation = $1 and q.bot = $2 and q.state = 'queued' and q.due_at <= clock_timestamp()
                and q.priority between $6 and $7
                and not exists (
                  select 1 from outbox e
                  where e.organisation = $1 and e.bot = $2 and e.chat = q.chat and e.id < q.id
                    and e.priority <= q.priority and e.state = 'queued' and e.due_at > clock_timestamp())
                and not exists (
                  select 1 from outbox e
                  where e.organisation = $1 and e.bot = $2 and e.chat = q.chat and e.id < q.id
                    and e.priority <= q.priority and e.state = 'sending' and e.fence <> $3)
              order by q.priority, q.id
              limit $4
              for update of q skip locked),
            joined as materialized (
              select j.id, j.content, next.language, next.zone from next
              join outbox j on j.organisation = $1 and j.joined = next.id and j.state = 'joined'
              where next.digest and next.barred is null
              for update of j skip locked),
            along as (
              update outbox j set fence = $3, claimed_at = clock_timestamp(),
                state = case when l.late then 'failed' else 'sending' end,
                reason = case when l.late then 'TOO_LATE' end,
                done_at = case when l.late then clock_timestamp() end
              from joined, content k
              cross join lateral (select k.until <= $5 or (k.until_on + 1)::timestamp at time zone joined.zone <= $5 as late) l
              where j.organisation = $1 and j.id = joined.id and k.organisation = $1 and k.id = joined.content
              returning j.id, j.joined, j.state, coalesce(k.payloads -> joined.language, k.payloads -> k.fallback) as payload)
            update outbox o set
              state = case when next.barred is null then 'sending' when next.barred = 'STALE' then 'held' else 'failed' end,
              due_at = case when next.barred = 'STALE' then o.created_at else o.due_at end,
              fence = $3, claimed_at = clock_timestamp(),
              reason = case when next.barred = 'STALE' then null else coalesce(next.barred, o.reason) end,
              payload = case when next.barred is null or next.barred = 'STALE' then o.payload end,
              key_id = case when next.barred is null or next.barred = 'STALE' then o.key_id end,
              ciphertext = case when next.barred is null or next.barred = 'STALE' then o.ciphertext end,
              done_at = case when next.barred <> 'STALE' then clock_timestamp() end
            from next left join content k on k.organisation = $1 and k.id = next.content
              left join attachment f on f.organisation = $1 and f.id = k.attachment
            where o.organisation = $1 and o.id = next.id
            returning o.id, o.state, o.reason, o.chat, o.run, o.priority, o.doubt,
              coalesce(o.payload, (coalesce(k.payloads -> next.language, k.payloads -> k.fallback))::text) as payload,
              (select jsonb_agg(a.payload order by a.id) from along a
               where next.digest and a.joined = o.id and a.state = 'sending') as digest,
              next.content, next.name, next.language, next.zone, o.key_id, o.ciphertext, o.tries,
              f.picture, f.file, case when f.file is null then f.bytes end as bytes, f.name as file_name, f.media_type
            """;

    private ClaimSql() {}
}
