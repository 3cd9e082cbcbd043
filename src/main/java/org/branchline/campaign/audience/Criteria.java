package org.branchline.campaign.audience;

import java.util.regex.Pattern;

/**
 * The text of {@link Audiences#MEMBERS}. What the criteria say is taken out of them in subqueries that depend on no row, so
 * that Postgres does it once; a criterion that is absent costs a member one comparison. It holds no {@code with} of its
 * own: whoever puts it into {@code from (…)} and goes on by key reads only the rows of that page.
 */
final class Criteria {

    /** The consent without which nobody is a member; where the organisation names none, any that was given. */
    private static final String CONSENTING = """
            exists (
                select from consent k where k.organisation = $1 and k.member = m.id and k.withdrawn_at is null
                  and (cardinality(REQUIRED) = 0 or k.purpose = any (REQUIRED)) offset 0)
            """.replace("REQUIRED", """
            array(
                    select p ->> 'purpose' from organisation o, jsonb_array_elements(o.settings -> 'consents') p
                    where o.id = $1 and p ->> 'required' = 'true')""");

    private static final String BELOW = """
            array(
                with recursive below as (
                  select t.id from branch t where t.organisation = $1 and t.key = any (list(branch))
                  union
                  select t.id from branch t join below on t.parent = below.id where t.organisation = $1)
                select id from below)""";

    /** The member's own clock, else their branch's. */
    private static final String ZONE = """
            coalesce(m.timezone, (select b.timezone from branch b where b.organisation = $1 and b.id = m.branch))""";

    /** How many of the wanted values a member's answers left. */
    private static final String HELD = """
            (
                select count(*) from unnest(column(HOW e.key), column(HOW v.value)) w (attribute, value)
                join attribute a on a.organisation = $1 and a.member = m.id and a.attribute = w.attribute
                where a.value = w.value or w.value = any (string_to_array(a.value, ',')))""";

    /** The playbooks of whose newest run in this chat the end is such. */
    private static final String PLAYBOOKS = """
            array(
                select n.playbook from (
                  select distinct on (r.playbook) r.playbook, r.completed_at from run r
                  where r.organisation = $1 and r.bot = $2 and r.chat = c.id and r.stage <> 'waiting'
                  order by r.playbook, r.id desc) n
                where n.completed_at is END)""";

    /** The playbooks that were finished in this chat in the last days, whatever was begun since. */
    private static final String LATELY = """
            array(
                select r.playbook from run r
                where r.organisation = $1 and r.bot = $2 and r.chat = c.id and r.completed_at > (
                  select clock_timestamp() + clock_offset - interval '%d days' from installation))""".formatted(Audience.LATELY_DAYS);

    /** A chat's own mark moves only with what is in front, so a run that the person moved counts too. */
    private static final String SEEN = """
            greatest(c.seen_at, (
                select max(r.touched_at) from run r
                where r.organisation = $1 and r.bot = $2 and r.chat = c.id and r.touched_at > r.started_at
                  and r.stage not in ('waiting', 'expired')))""";

    /** To whom something was said of a deadline, or is being said, whether or not that is kept any more. */
    private static final String HEARD = """
            select o.member from broadcast b join outbox o on o.organisation = $1 and o.content = b.content
                where b.organisation = $1 and b.origin like 'deadline:%'
                  and split_part(b.origin, ':', 2) = (select $3::text::jsonb ->> 'deadline_heard')
                  and o.state in ('sending', 'sent', 'uncertain')
                union all
                select h.member from deadline_heard h
                where h.organisation = $1 and h.deadline = number(deadline_heard)""";

    private static final String TEMPLATE = """
            select m.id as member, c.id as chat, m.language, ZONE as timezone, m.name, m.branch
            from member m
            cross join lateral (
              select x.id, x.seen_at from chat x
              where x.organisation = $1 and x.member = m.id and x.bot = $2 and x.reachable and x.moved_to is null
              offset 0) c
            where m.organisation = $1 and m.stopped_at is null
              and CONSENTING
              and (no(branch) or m.branch = any (BELOW))
              and (no(role) or m.id in (
                select r.member from member_role r where r.organisation = $1 and r.role = any (list(role))))
              and (no(attributes -> all) or HELD_ALL = cardinality(column(all v.value)))
              and (no(attributes -> any) or HELD_ANY > 0)
              and (no(language) or m.language = any (list(language)))
              and (no(zone) or exists (
                select from (select ZONE as own offset 0) h, unnest(list(zone)) z
                where z = h.own or starts_with(h.own, z || '/')))
              and (no(answered) or FINISHED @> list(answered))
              and (no(not_answered) or not FINISHED && list(not_answered))
              and (no(not_answered_lately) or not LATELY && list(not_answered_lately))
              and (no(part_way) or BEGUN @> list(part_way))
              and (no(known) or m.standing = 'known')
              and (no(not_seen_days) or SEEN < (
                select clock_timestamp() + clock_offset - ($3::text::jsonb ->> 'not_seen_days')::int * interval '1 day'
                from installation))
              and (no(deadline_open) or not exists (
                select from deadline_answer w
                where w.organisation = $1 and w.member = m.id and w.deadline = number(deadline_open)
                  and (w.said <> 'later' or w.remind_at > (select clock_timestamp() + clock_offset from installation))))
              and (no(deadline_given) or m.id in (
                select h.member from deadline_holder h where h.organisation = $1 and h.deadline = number(deadline_given)))
              and (no(deadline_heard) or m.id in (HEARD) and not exists (
                select from deadline_answer w
                where w.organisation = $1 and w.member = m.id and w.deadline = number(deadline_heard)
                  and w.said in ('done', 'cannot'))
                and not exists (
                  select from deadline_letter t
                  where t.organisation = $1 and t.member = m.id and t.deadline = number(deadline_heard) and t.what = 'taken'))
              and (no(event) or m.id in (
                select p.member from shift_place p join shift s on s.organisation = $1 and s.id = p.shift
                where p.organisation = $1 and p.state = 'held' and s.event = number(event)))
              and (no(not_in_shift) or not exists (
                select from shift_place p
                where p.organisation = $1 and p.member = m.id and p.shift = number(not_in_shift) and p.state <> 'invited'))
              and (no(except) or m.id <> all (list(except)::bigint[]))
            """;

    private static final Pattern COLUMN = Pattern.compile("column\\((\\w+) ([a-z.]+)\\)");
    private static final Pattern LIST = Pattern.compile("list\\((\\w+)\\)");
    private static final Pattern NUMBER = Pattern.compile("number\\((\\w+)\\)");
    private static final Pattern NO_INNER = Pattern.compile("no\\((\\w+) -> (\\w+)\\)");
    private static final Pattern NO = Pattern.compile("no\\((\\w+)\\)");

    static final String MEMBERS = written(TEMPLATE.replace("CONSENTING", CONSENTING.strip())
            .replace("BELOW", BELOW)
            .replace("ZONE", ZONE)
            .replace("HELD_ALL", HELD.replace("HOW", "all"))
            .replace("HELD_ANY", HELD.replace("HOW", "any"))
            .replace("FINISHED", PLAYBOOKS.replace("END", "not null"))
            .replace("BEGUN", PLAYBOOKS.replace("END", "null"))
            .replace("LATELY", LATELY)
            .replace("SEEN", SEEN)
            .replace("HEARD", HEARD));

    private Criteria() {}

    private static String written(String template) {
        String text = COLUMN.matcher(template).replaceAll("""
                array(
                  select $2 from jsonb_each(\\$3::text::jsonb -> 'attributes' -> '$1') e, jsonb_array_elements_text(e.value) v
                  order by e.key, v.value)""");
        text = LIST.matcher(text).replaceAll("array(select jsonb_array_elements_text(\\$3::text::jsonb -> '$1'))");
        text = NUMBER.matcher(text).replaceAll("(select (\\$3::text::jsonb ->> '$1')::bigint)");
        text = NO_INNER.matcher(text).replaceAll("(select \\$3::text::jsonb -> '$1' -> '$2' is null)");
        return NO.matcher(text).replaceAll("(select \\$3::text::jsonb -> '$1' is null)");
    }
}
