package org.branchline.delivery;

/** The statement by which rows are claimed. */
final class ClaimSql {

    /**
     * Organisation, bot, fence, how many, now as people see it, the most and the least urgent priority. A row waits for
     * the earlier ones of its chat that are as urgent or more. Whoever left, asked for quiet or cannot be reached since a
     * row was queued does not get it: replies aside, which they asked for. Nobody gets a content after its end.
     */
    static final String CLAIM = """
            with next as materialized (
              select q.id, q.content, p.name, p.language,
                case
                  when p.stopped_at is not null then 'STOPPED'
                  when q.content is null then null
                  when k.until <= $5 then 'TOO_LATE'
                  when p.id is null or not c.reachable then 'UNREACHABLE'
                  when p.quiet_until > $5 then 'QUIET'
                  when k.attachment is not null and (f.id is null or f.refused) then 'FILE'
                end as barred
              from outbox q
              left join chat c on q.priority > 0 and c.organisation = $1 and c.bot = $2 and c.id = q.chat
              left join member p on p.organisation = c.organisation and p.id = c.member
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
              for update of q skip locked)
            update outbox o set state = case when next.barred is null then 'sending' else 'failed' end,
              fence = $3, claimed_at = clock_timestamp(),
              reason = coalesce(next.barred, o.reason),
              payload = case when next.barred is null then o.payload end,
              key_id = case when next.barred is null then o.key_id end,
              ciphertext = case when next.barred is null then o.ciphertext end,
              done_at = case when next.barred is not null then clock_timestamp() end
            from next left join content k on k.organisation = $1 and k.id = next.content
              left join attachment f on f.organisation = $1 and f.id = k.attachment
            where o.organisation = $1 and o.id = next.id
            returning o.id, o.state, o.chat, o.run, o.priority, o.doubt,
              coalesce(o.payload, (coalesce(k.payloads -> next.language, k.payloads -> k.fallback))::text) as payload,
              next.content, next.name, o.key_id, o.ciphertext, o.tries,
              f.picture, f.file, case when f.file is null then f.bytes end as bytes, f.name as file_name, f.media_type
            """;

    private ClaimSql() {}
}
