package org.branchline.intake;

/** The statements of a turn. The chat's row is locked by one statement, the run read by the next: design.md, "Turns in order". */
final class TurnSql {

    /** A run {@code r} as {@link Reading} takes it, with the answers in effect as arrays. */
    private static final String RUN_COLUMNS = """
            r.id as run, r.playbook, r.version, r.stage, r.question, r.detail, r.changing, r.step, r.touched_at,
              a.questions, a.given, a.messages, a.settled, s.specials, s.key_ids, s.ciphertexts
            """;

    private static final String RUN_ANSWERS = """
            left join lateral (
              select array_agg(a.question) as questions, array_agg(a.value) as given, array_agg(a.message) as messages,
                array_agg(a.settled) as settled
              from answer a
              where a.organisation = r.organisation and a.run = r.id and a.in_effect
            ) a on true
            left join lateral (
              select array_agg(s.question) as specials, array_agg(s.key_id) as key_ids,
                array_agg(s.ciphertext) as ciphertexts
              from special_answer s
              where s.organisation = r.organisation and s.run = r.id
            ) s on true
            """;

    /** Organisation, bot, chat. */
    static final String LOCK = "select 1 from chat where organisation = $1 and bot = $2 and id = $3 for no key update";

    /** Organisation, bot, chat: yields nothing where somebody else has the lock. */
    static final String LOCK_FREE = LOCK + " skip locked";

    /** Organisation, bot, chat, update: locks as {@link #LOCK} does; {@code fresh} is 0 where the update was seen before. */
    static final String LOCK_UNSEEN = """
            with seen as (
              insert into update_seen (organisation, bot, update_id) values ($1, $2, $4) on conflict do nothing returning 1)
            select (select count(*) from seen) as fresh,
              (select 1 from chat where organisation = $1 and bot = $2 and id = $3 for no key update) as locked
            """;

    /** Organisation, bot, chat. */
    static final String READ = """
            select c.language as chat_language, c.link, l.branch as link_branch, c.interrupted, c.writing, c.reachable,
              m.id as member, m.name, m.language, m.timezone, m.branch, m.standing, m.stopped_at, m.quiet_until,
            """ + RUN_COLUMNS + """
            from chat c
            left join join_link l on l.organisation = c.organisation and l.id = c.link
            left join member m on m.organisation = c.organisation and m.id = c.member
            left join run r on r.organisation = c.organisation and r.id = c.front
            """ + RUN_ANSWERS + """
            where c.organisation = $1 and c.bot = $2 and c.id = $3
            """;

    /** Organisation, chat's bot, chat, run: another run of the chat, with its answers, in the shape of READ. */
    static final String READ_RUN = "select " + RUN_COLUMNS + "from run r " + RUN_ANSWERS + """
            where r.organisation = $1 and r.bot = $2 and r.chat = $3 and r.id = $4
            """;

    /** Organisation, bot, chat. */
    static final String NEW_CHAT =
            "insert into chat (organisation, bot, id) values ($1, $2, $3) on conflict do nothing";

    /** Organisation, bot, chat, playbook, version, question-less stage, now; returns the id. */
    static final String NEW_RUN = """
            insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at)
            values ($1, $2, $3, $4, $5, 'asking', $6, $6)
            returning id
            """;

    /** Organisation, run, stage, question, detail, changing, step, now, whether it is complete. */
    static final String MOVE_RUN = """
            update run set stage = $3, question = $4, detail = $5, changing = $6, step = $7, touched_at = $8,
              completed_at = case when $9 then coalesce(completed_at, $8) else completed_at end
            where organisation = $1 and id = $2
            """;

    /** Organisation, bot, chat, front, interrupted, whether a person spoke: only they show that they are still there. */
    static final String MOVE_CHAT = """
            update chat set front = $4, interrupted = $5, reachable = reachable or $6,
              seen_at = case when $6 then clock_timestamp() else seen_at end
            where organisation = $1 and bot = $2 and id = $3
            """;

    private TurnSql() {}
}
