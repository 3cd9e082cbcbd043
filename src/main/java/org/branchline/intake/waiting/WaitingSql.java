package org.branchline.intake.waiting;

/** Statements of runs that wait. */
final class WaitingSql {

    static final String WAIT = """
            insert into run (organisation, bot, chat, playbook, version, stage, due_at, started_at, touched_at)
            values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $7)
            returning id
            """;

    /**
     * Organisation, now, since when what is in front is quiet, how many, where it is night. A page of runs that may speak up:
     * their person is awake and wants messages, and nothing is in front or was quiet for long enough.
     */
    static final String DUE = """
            select r.bot, r.chat, r.id from run r
            join chat c on c.organisation = r.organisation and c.bot = r.bot and c.id = r.chat
            left join run f on f.organisation = c.organisation and f.id = c.front
            left join member m on m.organisation = c.organisation and m.id = c.member
            left join branch h on h.organisation = m.organisation and h.id = m.branch
            where r.organisation = $1 and r.stage = 'waiting' and r.due_at <= $2 and r.announced_at is null
              and coalesce(m.timezone, h.timezone, 'UTC') <> all ($5::text[])
              and c.reachable and (f.id is null or f.touched_at <= $3)
              and m.stopped_at is null and (m.quiet_until is null or m.quiet_until <= $2)
            order by r.due_at, r.id limit $4
            """;

    static final String OF_CHAT = """
            select id, playbook, version from run
            where organisation = $1 and bot = $2 and chat = $3 and stage = 'waiting' and due_at <= $4
              and announced_at is null
            order by due_at, id limit 1
            """;

    static final String OPEN = """
            select id from run where organisation = $1 and bot = $2 and chat = $3 and playbook = $4
              and stage in ('asking', 'summary', 'waiting')
            order by id desc limit 1
            """;

    static final String ONE = """
            select id, playbook, version from run
            where organisation = $1 and bot = $2 and chat = $3 and id = $4 and stage = 'waiting'
            """;

    /** Organisation, bot, chat, playbook, run. What a prompt asked before and nobody finished makes way for the next time. */
    static final String OLDER = """
            update run set stage = 'expired'
            where organisation = $1 and bot = $2 and chat = $3 and playbook = $4 and id < $5
              and stage in ('asking', 'summary', 'waiting')
              and (exists (select from prompt_asked a where a.organisation = $1 and a.run = run.id)
                or exists (select from check_in_help h where h.organisation = $1 and h.run = run.id))
            returning id
            """;

    /** Organisation, bot, chat, playbook, run. */
    static final String END = """
            update run set stage = 'expired'
            where organisation = $1 and bot = $2 and chat = $3 and playbook = $4 and id = $5
              and stage in ('asking', 'summary', 'waiting')
            returning id
            """;

    static final String ANNOUNCED = "update run set announced_at = $3 where organisation = $1 and id = $2";

    static final String PUT_OFF = """
            update run set due_at = $5, announced_at = null
            where organisation = $1 and bot = $2 and chat = $3 and id = $4 and stage = 'waiting'
            """;

    private WaitingSql() {}
}
