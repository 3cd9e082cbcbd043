package org.branchline.campaign.broadcast;

/** Lets held rows into the queue, as far as the members' nights and budgets for what they did not ask for allow. */
final class FeedSql {

    /** How many things are read to their end in one message. */
    private static final int MOST_TOGETHER = 4;

    /** UTF-16 units around each of them: its number, what stands between. */
    private static final int AROUND_EACH = 8;

    /** Telegram's 4,096, less what stands above all of them. */
    private static final int LONGEST = 4_000;

    /**
     * Organisation, broadcast, now, how many may stand in the bot's queue, the zones in which it is night for this broadcast
     * and until when, how many to look at. A row whose member sleeps waits for the morning. A row whose member's budget of the week is used
     * up fails and is reported: the organisation's where the member said nothing else (2 unless it says so), more while an
     * election lasts for which they said yes; 1,000 stand for everything. Who had one today
     * already gets it tomorrow at the same time; what is over where the member lives fails. What else is due to a member goes
     * along in the same message, where it is words only and the message has room; so does what the calendar would have said
     * later on this day, while nothing that somebody wrote, and no prompt, leaves before its hour. What never is a message of
     * its own goes along with whoever asked for everything, too. What a person sends again was let go before.
     * While the platform does not have the picture or document yet, one goes alone. A prompt that nothing else goes with is
     * not offered but asked: it becomes a run that is due; a check-in always is, since its ladder climbs for whoever was asked.
     * It is skipped where a night or another message of the day would make it later than it may be; a check-in counts for no
     * budget. Yields how many are {@code queued}, and how many were
     * {@code seen}, and for how many milliseconds at most those who are asked were due, null where nobody is.
     */
    static final String FEED = """
            with b as materialized (
              select broadcast.bot, content, paid, case when paid then 3 else 2 end as priority, broadcast.playbook, prompt,
                occurrence, q.late, coalesce(q.check_in, false) as promised,
                exists (
                  select 1 from content k join attachment f on f.organisation = $1 and f.id = k.attachment
                  where k.organisation = $1 and k.id = broadcast.content and f.file is null and not f.refused) as uploading
              from broadcast left join prompt q on q.organisation = $1 and q.id = broadcast.prompt
              where broadcast.organisation = $1 and broadcast.id = $2 and broadcast.state = 'going' and goes_at <= $3
                and (finish_by is null or finish_by > $3)
              for no key update of broadcast skip locked),
            room as materialized (
              select case when b.uploading then (
                  select 1 - least(1, count(*)) from outbox o
                  where o.organisation = $1 and o.content = b.content and o.state in ('queued', 'sending'))
                else greatest(0, $4::bigint - (
                  select count(*) from outbox o
                  where o.organisation = $1 and o.bot = b.bot and o.state = 'queued' and o.priority = b.priority)) end as rows
              from b),
            page as materialized (
              select o.id, o.member, o.chat, o.reason, o.due_at, b.content, b.late, b.promised from b
              cross join lateral (
                select id, member, chat, reason, due_at from outbox
                where organisation = $1 and content = b.content and state = 'held' and due_at <= $3
                order by due_at, id limit $7) o
              limit (select rows from room)),
            usual as materialized (
              select coalesce((settings ->> 'messages_a_week')::int, 2) as budget from organisation where id = $1),
            living as materialized (
              select page.id, page.member, page.chat, page.content, page.due_at, page.late,
                m.id is null or page.promised or coalesce(page.reason = 'RESENT', false) as exempt,
                greatest(
                  coalesce(m.weekly_messages, usual.budget),
                  case when m.more_until > $3 then m.more_messages end) as budget,
                coalesce(m.timezone, h.timezone, 'UTC') as zone
              from page cross join usual
              left join member m on m.organisation = $1 and m.id = page.member
              left join branch h on h.organisation = $1 and h.id = m.branch),
            asleep as materialized (
              select l.id, n.ends, n.ends > l.due_at + l.late as late from living l join unnest($5::text[], $6::timestamptz[]) as n(zone, ends) on n.zone = l.zone),
            judged as materialized (
              select l.id, l.member, l.chat, l.content, l.zone, local.day, l.exempt or l.budget >= 1000 as free,
                u.week >= l.budget as spent, u.today,
                (u.today and $3::timestamptz + interval '1 day' > l.due_at + l.late) is true as late,
                (select k.until_on < local.day from content k where k.organisation = $1 and k.id = l.content) is true as over
              from living l
              cross join lateral (select ($3::timestamptz at time zone l.zone)::date as day) local
              cross join lateral (
                select count(*) as week, coalesce(bool_or(u.day = local.day), false) as today from unasked u
                where u.organisation = $1 and u.member = l.member and u.day > local.day - 7 and u.day <= local.day
                  and u.content <> l.content) u
              where l.id not in (select id from asleep)),
            noted as (
              insert into unasked (organisation, member, day, content)
              select $1, member, day, content from judged where not free and not spent and not today and not over and not late
              on conflict (organisation, member, day) do update set content = unasked.content
              returning member, content),
            going as materialized (
              select j.id, j.member, j.chat, j.free, j.zone, j.day, a.member is not null as known
              from judged j cross join b left join noted n on n.member = j.member
              left join prompt_asked a on a.organisation = $1 and a.prompt = b.prompt and a.occurrence = b.occurrence
                and a.member = j.member
              where not j.over and (j.free or n.content = j.content)),
            beside as materialized (
              select p.content, p.origin is not null and p.prompt is null as early, p.rides, p.prompt, p.occurrence
              from broadcast p cross join b left join prompt pq on pq.organisation = $1 and pq.id = p.prompt
              where p.organisation = $1 and p.counts is null and p.state = 'going' and p.bot = b.bot
                and not b.promised and pq.check_in is not true
                and p.content <> b.content and not p.paid and not b.paid and p.held_until <= $3
                and (p.finish_by is null or p.finish_by > $3)
              for share of p skip locked),
            others as materialized (
              select o.id, g.id as carrier, own.units as first,
                sum(k.units + %2$d) over w as units, row_number() over w as place
              from going g cross join b
              join content own on own.organisation = $1 and own.id = b.content
                and own.attachment is null and own.units is not null
              cross join beside p
              join content k on k.organisation = $1 and k.id = p.content and k.attachment is null and k.units is not null
              cross join lateral (
                select id, due_at from outbox
                where organisation = $1 and content = p.content and member = g.member and state = 'held'
                  and due_at < case when p.early then (g.day + 1)::timestamp at time zone g.zone else $3 end
                for update skip locked) o
              where (not g.free or p.rides) and not g.known
                and not exists (
                  select from prompt_asked a where a.organisation = $1 and a.prompt = p.prompt
                    and a.occurrence = p.occurrence and a.member = g.member)
              window w as (partition by g.id order by o.due_at, o.id)),
            along as (
              update outbox o set state = 'joined', joined = t.carrier, reason = null
              from others t
              where o.organisation = $1 and o.id = t.id and o.state = 'held'
                and t.place < %1$d and t.first + t.units <= %3$d
              returning o.joined),
            asked as materialized (
              select g.id, g.member, g.chat,
                case
                  when g.known then 'ASKED'
                  when m.stopped_at is not null then 'STOPPED'
                  when m.id is null or c.id is null or not c.reachable then 'UNREACHABLE'
                  when m.quiet_until > $3 then 'QUIET'
                end as barred
              from going g cross join b
              left join member m on m.organisation = $1 and m.id = g.member
              left join chat c on c.organisation = $1 and c.bot = b.bot and c.id = g.chat
              where b.prompt is not null and g.id not in (select joined from along)),
            run_begun as (
              insert into run (organisation, bot, chat, playbook, version, stage, due_at, started_at, touched_at)
              select $1, b.bot, s.chat, b.playbook, v.version, 'waiting', $3, $3, $3
              from asked s cross join b
              cross join lateral (
                select version from playbook_version where organisation = $1 and playbook = b.playbook
                order by published_at desc, version limit 1) v
              where s.barred is null
              returning id, chat),
            noted_asked as (
              insert into prompt_asked (organisation, prompt, occurrence, member, run, asked_at)
              select $1, b.prompt, b.occurrence, s.member, r.id, $3
              from run_begun r join asked s on s.chat = r.chat and s.barred is null cross join b
              on conflict do nothing),
            settled as (
              update outbox o set
                state = case when coalesce(s.barred, 'ASKED') = 'ASKED' then 'sent' else 'failed' end,
                reason = coalesce(s.barred, 'ASKED'), done_at = clock_timestamp()
              from asked s where o.organisation = $1 and o.id = s.id and o.state = 'held'),
            queued as (
              update outbox o set state = 'queued', due_at = clock_timestamp(), priority = b.priority,
                digest = exists (select from along a where a.joined = o.id)
              from going cross join b
              where o.organisation = $1 and o.id = going.id and o.state = 'held' and going.id not in (select id from asked)
              returning 1),
            spent as (
              update outbox o set state = 'failed', done_at = clock_timestamp(),
                reason = case when j.spent and not j.free and not j.over then 'BUDGET' else 'TOO_LATE' end
              from judged j
              where o.organisation = $1 and o.id = j.id and o.state = 'held'
                and (j.over or (not j.free and (j.spent or j.late)))),
            tomorrow as (
              update outbox o set due_at = $3::timestamptz + interval '1 day', reason = 'TODAY'
              from judged j
              where o.organisation = $1 and o.id = j.id and o.state = 'held' and not j.over and not j.late
                and not j.free and not j.spent and j.today),
            morning as (
              update outbox o set due_at = a.ends, reason = 'NIGHT'
              from asleep a where o.organisation = $1 and o.id = a.id and o.state = 'held' and a.late is not true),
            overslept as (
              update outbox o set state = 'failed', reason = 'TOO_LATE', done_at = clock_timestamp()
              from asleep a where o.organisation = $1 and o.id = a.id and o.state = 'held' and a.late)
            select (select count(*) from queued) as queued, (select count(*) from page) as seen,
              (select (extract(epoch from $3 - min(p.due_at)) * 1000)::bigint
               from page p join asked s on s.id = p.id where s.barred is null) as late
            """.formatted(MOST_TOGETHER, AROUND_EACH, LONGEST);

    /**
     * Organisation, broadcast, now. Gives up some of what did not leave before the end, or before it was called back, also
     * what came back from the platform since; yields how many.
     */
    static final String GIVE_UP = """
            with b as materialized (
              select bot, content, case state when 'cancelled' then 'CANCELLED' else 'TOO_LATE' end as reason from broadcast
              where organisation = $1 and id = $2
                and (state in ('going', 'paused') and finish_by <= $3 or state = 'cancelled')
              for no key update skip locked),
            page as materialized (
              select o.id, b.reason from b
              cross join lateral (
                (select id from outbox where organisation = $1 and content = b.content and state = 'held'
                 order by due_at limit 5000)
                union all
                (select id from outbox where organisation = $1 and content = b.content and state = 'joined' limit 5000)
                union all
                (select id from outbox
                 where organisation = $1 and bot = b.bot and priority >= 2 and content = b.content and state = 'queued')) o),
            gone as (
              update outbox o set state = 'failed', reason = page.reason, done_at = clock_timestamp()
              from page where o.organisation = $1 and o.id = page.id and o.state in ('held', 'queued', 'joined'))
            select count(*) as rows from page
            """;

    private FeedSql() {}
}
