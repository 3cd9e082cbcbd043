package org.branchline.campaign.enrolling;

/** The statements of {@link TakingOver}. */
final class TakeOverSql {

    /** Organisation, list. One page of it at a time, whoever takes it over. */
    static final String LIST = """
            select bot from member_import where organisation = $1 and id = $2 and state = 'accepted' for update
            """;

    /**
     * Organisation, list, bot, size of a page. Then the chats, as a turn does: whoever writes to the bot meanwhile waits
     * for one page.
     */
    static final String LOCK = """
            select c.id from chat c
            where c.organisation = $1 and c.bot = $3 and c.id = any(array(
              select chat from member_import_row where organisation = $1 and import = $2 order by line limit $4))
            order by c.id for update
            """;

    /**
     * Organisation, list, bot, size of a page, language of whom the list names none, now, purposes, coordinators from the
     * start. Who said /stop, or was forgotten and is no member again, is left alone. The lines of the page are an array so
     * that they are chosen once: joined, they are chosen anew for every row wherever the planner loops.
     */
    static final String PAGE = """
            with page as (
              delete from member_import_row r
              where r.organisation = $1 and r.import = $2 and r.line = any(array(
                select line from member_import_row where organisation = $1 and import = $2
                order by line limit $4 for update))
              returning r.*),
            person as materialized (
              select p.*, m.id as member,
                case when m.id is not null then m.stopped_at is not null
                  else exists (select from erasure e where e.organisation = $1 and e.proof = p.proof) end as left_alone
              from page p left join member m on m.organisation = $1 and m.telegram_user = p.chat),
            fresh as (
              insert into member (organisation, telegram_user, name, language, timezone, branch, standing, joined_at)
              select $1, p.chat, p.name, coalesce(p.language, $5), p.timezone, p.branch, 'known', $6
              from person p where p.member is null and not p.left_alone and p.name is not null
              on conflict do nothing
              returning id, telegram_user),
            changed as (
              update member m set name = coalesce(p.name, m.name), language = coalesce(p.language, m.language),
                timezone = coalesce(p.timezone, m.timezone), branch = coalesce(p.branch, m.branch)
              from person p
              where m.organisation = $1 and m.id = p.member and not p.left_alone
                and (p.name <> m.name or p.language <> m.language
                  or p.timezone is not null and p.timezone is distinct from m.timezone
                  or p.branch is not null and p.branch is distinct from m.branch)
              returning m.id),
            enrolled as materialized (
              select p.*, coalesce(p.member, f.id) as id
              from person p left join fresh f on f.telegram_user = p.chat
              where not p.left_alone and coalesce(p.member, f.id) is not null),
            chats as (
              insert into chat (organisation, bot, id, member) select $1, $3, e.chat, e.id from enrolled e
              on conflict (organisation, bot, id) do update set member = excluded.member, language = null
                where chat.member is null),
            consents as (
              insert into consent (organisation, member, purpose, version, language, given_at, source)
              select $1, e.id, p.purpose, coalesce(e.version, 'import'), coalesce(e.language, $5), e.consented_at, e.source
              from enrolled e cross join unnest($7::text[]) p(purpose)
              where not exists (
                select from consent k where k.organisation = $1 and k.member = e.id and k.purpose = p.purpose)),
            roles as (
              insert into member_role (organisation, member, role, granted_by)
              select $1, f.id, 'coordinator', 'settings' from fresh f where f.telegram_user = any($8::bigint[])
              on conflict do nothing),
            told as (
              select e.id from enrolled e cross join jsonb_each_text(e.attributes) a
              where a.value is distinct from (
                select k.value from attribute k where k.organisation = $1 and k.member = e.id and k.attribute = a.key)),
            kept as (
              insert into attribute (organisation, member, attribute, value, set_at)
              select $1, e.id, a.key, a.value, $6 from enrolled e, jsonb_each_text(e.attributes) a
              on conflict (organisation, member, attribute) do update
                set value = excluded.value, run = null, set_at = excluded.set_at
                where attribute.value <> excluded.value or attribute.run is null),
            counted as (
              select count(*)::int as rows,
                (select count(*)::int from fresh) as fresh,
                (select count(*)::int from (
                  select id from changed union select t.id from told t where t.id not in (select id from fresh)) c
                ) as changed,
                (select count(*)::int from enrolled) as enrolled
              from page)
            update member_import i set touched_at = clock_timestamp(), fresh = i.fresh + c.fresh,
              changed = i.changed + c.changed, unchanged = i.unchanged + c.enrolled - c.fresh - c.changed,
              left_alone = i.left_alone + c.rows - c.enrolled
            from counted c where i.organisation = $1 and i.id = $2
            returning c.rows
            """;

    /** Organisation, list. */
    static final String END = """
            update member_import i set state = 'done' where i.organisation = $1 and i.id = $2
              and not exists (select from member_import_row r where r.organisation = $1 and r.import = $2)
            """;

    /** Organisation, list. */
    static final String COUNTS =
            "select fresh, changed, unchanged, left_alone from member_import where organisation = $1 and id = $2";

    private TakeOverSql() {}
}
