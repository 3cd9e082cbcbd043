package org.branchline.privacy;

import java.time.Duration;
import java.util.List;
import org.branchline.delivery.Attachments;

/**
 * A kind of row that goes after a while.
 *
 * @param what as the log names it
 * @param after how long it stays
 * @param sql deletes at most {@code $3} rows of organisation {@code $1} older than {@code $2}
 */
record Purge(String what, Duration after, String sql) {

    /** promises.md, Privacy. */
    static final List<Purge> ALL = List.of(
            new Purge("chats of people who never agreed", Duration.ofHours(24), """
                    delete from chat where (organisation, bot, id) in (
                      select organisation, bot, id from chat where organisation = $1 and member is null and seen_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("update ids", Duration.ofHours(48), """
                    delete from update_seen where (organisation, bot, update_id) in (
                      select organisation, bot, update_id from update_seen where organisation = $1 and seen_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("update tries", Duration.ofHours(48), """
                    delete from update_try where (organisation, bot, update_id) in (
                      select organisation, bot, update_id from update_try where organisation = $1 and first_at < $2
                      limit $3 for update skip locked)
                    """),
            // Who heard of a deadline that is open is told where it is called off.
            new Purge("finished messages", Duration.ofDays(7), """
                    with page as materialized (
                      select id, content, member, state from outbox where organisation = $1 and done_at < $2
                        and state in ('sent', 'failed', 'uncertain')
                        and not exists (
                          select 1 from broadcast b
                          where b.organisation = $1 and b.content = outbox.content and b.counts is null)
                      limit $3 for update skip locked),
                    heard as (
                      insert into deadline_heard (organisation, deadline, member)
                      select distinct $1::int, d.id, m.id from page
                      join broadcast b on b.organisation = $1 and b.content = page.content
                      join deadline d on d.organisation = $1 and d.state = 'open'
                        and d.id = case when b.origin like 'deadline:%' then split_part(b.origin, ':', 2)::bigint end
                      join member m on m.organisation = $1 and m.id = page.member
                      where page.state in ('sent', 'uncertain')
                      on conflict do nothing)
                    delete from outbox where organisation = $1 and id in (select id from page)
                    """),
            new Purge("messages to many that were not sent", Duration.ofHours(24), """
                    delete from composing where (organisation, id) in (
                      select organisation, id from composing where organisation = $1 and touched_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("deadlines that were not set", Duration.ofHours(24), """
                    delete from deadline_sketch where (organisation, id) in (
                      select organisation, id from deadline_sketch where organisation = $1 and touched_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("events that were not made", Duration.ofHours(24), """
                    delete from event_sketch where (organisation, id) in (
                      select organisation, id from event_sketch where organisation = $1 and touched_at < $2
                      limit $3 for update skip locked)
                    """),
            // Who had a place goes with them; the events themselves at the next round.
            new Purge("shifts", Duration.ofDays(365), """
                    delete from shift where (organisation, id) in (
                      select organisation, id from shift where organisation = $1 and ends_at < $2
                      limit $3 for update skip locked)
                    """),
            // A series of which shifts are still to be stored is stored further all the time.
            new Purge("events without shifts", Duration.ofDays(365), """
                    delete from event where (organisation, id) in (
                      select organisation, id from event where organisation = $1 and made_at < $2 and stored_until < $2
                        and not exists (select from shift s where s.organisation = $1 and s.event = event.id)
                      limit $3 for update skip locked)
                    """),
            new Purge("parts of deadlines that were not passed on", Duration.ofHours(24), """
                    delete from deadline_passing where (organisation, id) in (
                      select organisation, id from deadline_passing where organisation = $1 and touched_at < $2
                      limit $3 for update skip locked)
                    """),
            // What was said to them goes with them; what fell due of them, at the next round.
            new Purge("deadlines", Duration.ofDays(365), """
                    delete from deadline where (organisation, id) in (
                      select organisation, id from deadline
                      where organisation = $1 and coalesce(due_at, (due_on + 1)::timestamp at time zone 'UTC') < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("what fell due of deadlines", Duration.ofDays(365), """
                    delete from schedule where (organisation, id) in (
                      select organisation, id from schedule
                      where organisation = $1 and kind = 'deadline' and not open and planned_until < $2
                        and not exists (select from deadline d where d.organisation = $1 and d.id = subject)
                      limit $3 for update skip locked)
                    """),
            new Purge("cards of shifts", Duration.ofDays(1), """
                    delete from shift_card where (organisation, bot, chat, shift) in (
                      select organisation, bot, chat, shift from shift_card where organisation = $1 and opened_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("what was asked of shifts and not typed", Duration.ofHours(24), """
                    delete from shift_typing where (organisation, bot, member) in (
                      select organisation, bot, member from shift_typing where organisation = $1 and asked_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("one-to-ones that were not logged", Duration.ofHours(24), """
                    delete from one_to_one where (organisation, id) in (
                      select organisation, id from one_to_one
                      where organisation = $1 and met_on is null and touched_at < $2
                      limit $3 for update skip locked)
                    """),
            // Not while their author still wants to get back to whoever it was.
            new Purge("one-to-ones", Duration.ofDays(365), """
                    delete from one_to_one where (organisation, id) in (
                      select organisation, id from one_to_one
                      where organisation = $1 and met_on < $2::timestamptz::date
                        and (back_on is null or back_on < $2::timestamptz::date)
                      limit $3 for update skip locked)
                    """),
            // How many came stays.
            new Purge("names of people without a chat at shifts", Duration.ofDays(30), """
                    update shift_place set guest = '' where (organisation, id) in (
                      select p.organisation, p.id from shift_place p
                      join shift s on s.organisation = $1 and s.id = p.shift and s.ends_at < $2
                      where p.organisation = $1 and p.guest <> '' limit $3 for update of p skip locked)
                    """),
            new Purge("agendas of meetings", Duration.ofDays(30), """
                    delete from meeting_item where (organisation, id) in (
                      select i.organisation, i.id from meeting_item i
                      join shift s on s.organisation = $1 and s.id = i.shift and s.ends_at < $2
                      where i.organisation = $1 limit $3 for update of i skip locked)
                    """),
            new Purge("pictures and documents of messages to many", Attachments.KEPT, """
                    delete from attachment where (organisation, id) in (
                      select organisation, id from attachment where organisation = $1 and kept_at < $2
                        and not exists (
                          select 1 from content k join broadcast b on b.organisation = $1 and b.content = k.id
                          where k.organisation = $1 and k.attachment = attachment.id and b.counts is null)
                      limit $3 for update skip locked)
                    """),
            new Purge("days with a message", Duration.ofDays(10), """
                    delete from unasked where (organisation, member, day) in (
                      select organisation, member, day from unasked where organisation = $1 and day < $2::timestamptz::date
                      limit $3 for update skip locked)
                    """),
            new Purge("wishes for more messages until an election", Duration.ZERO, """
                    update member set more_until = null, more_messages = null where (organisation, id) in (
                      select organisation, id from member where organisation = $1 and more_until < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("occurrences that fell due", Duration.ofDays(60), """
                    delete from occurrence where (organisation, schedule, occurrence, zone) in (
                      select organisation, schedule, occurrence, zone from occurrence
                      where organisation = $1 and state <> 'waiting' and due_at < $2 limit $3 for update skip locked)
                    """),
            new Purge("whom prompts asked", Duration.ofDays(365), """
                    delete from prompt_asked where (organisation, prompt, occurrence, member) in (
                      select organisation, prompt, occurrence, member from prompt_asked where organisation = $1 and asked_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("who was asked to answer for others", Duration.ofDays(365), """
                    delete from check_in_help where (organisation, prompt, occurrence, member, helper) in (
                      select organisation, prompt, occurrence, member, helper from check_in_help
                      where organisation = $1 and at < $2 limit $3 for update skip locked)
                    """),
            new Purge("whom somebody nudged", Duration.ofDays(365), """
                    delete from nudge where (organisation, thing, member) in (
                      select organisation, thing, member from nudge where organisation = $1 and at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("who was asked to look after a branch", Duration.ofDays(365), """
                    delete from appointment where (organisation, id) in (
                      select organisation, id from appointment where organisation = $1 and asked_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("cards of check-ins", Duration.ofDays(60), """
                    delete from check_in_card where (organisation, prompt, occurrence, member) in (
                      select organisation, prompt, occurrence, member from check_in_card where organisation = $1 and at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("letters and prompts that were begun", Duration.ofHours(24), """
                    with letters as (
                      delete from check_in_letter where (organisation, bot, member) in (
                        select organisation, bot, member from check_in_letter where organisation = $1 and asked_at < $2
                        limit $3 for update skip locked))
                    delete from prompt_draft where (organisation, bot, member) in (
                      select organisation, bot, member from prompt_draft where organisation = $1 and touched_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("choices of who is no captain any more", Duration.ofDays(365), """
                    delete from check_in_choice where (organisation, member) in (
                      select organisation, member from check_in_choice h where organisation = $1 and since < $2::timestamptz::date
                        and (away_until is null or away_until < $2::timestamptz::date)
                        and not exists (
                          select from member_role r where r.organisation = $1 and r.member = h.member and r.role = 'captain')
                      limit $3 for update skip locked)
                    """),
            new Purge("monthly reports to who is no coordinator any more", Duration.ofDays(365), """
                    delete from report_reader where (organisation, bot, member) in (
                      select organisation, bot, member from report_reader w where organisation = $1 and asked_at < $2
                        and not exists (
                          select from member_role r
                          where r.organisation = $1 and r.member = w.member and r.role = 'coordinator')
                      limit $3 for update skip locked)
                    """),
            new Purge("dead letters", Duration.ofDays(7), """
                    delete from dead_letter where (organisation, bot, update_id) in (
                      select organisation, bot, update_id from dead_letter where organisation = $1 and at < $2 limit $3 for update skip locked)
                    """),
            new Purge("finished jobs", Duration.ofDays(7), """
                    delete from job where (organisation, id) in (
                      select organisation, id from job where organisation = $1 and done_at < $2 limit $3 for update skip locked)
                    """),
            new Purge("lists that were taken over", Duration.ofDays(7), """
                    delete from member_import where (organisation, id) in (
                      select organisation, id from member_import where organisation = $1 and touched_at < $2
                        and state = 'done' limit $3 for update skip locked)
                    """),
            new Purge("attributes that a list brought", Duration.ofDays(365), """
                    delete from attribute where (organisation, member, attribute) in (
                      select organisation, member, attribute from attribute where organisation = $1 and run is null
                        and set_at < $2 limit $3 for update skip locked)
                    """),
            new Purge("questions that were not passed on", Duration.ofHours(24), """
                    delete from question where (organisation, id) in (
                      select organisation, id from question where organisation = $1 and asked_at < $2
                        and state in ('awaited', 'offered') limit $3 for update skip locked)
                    """),
            new Purge("questions to a person", Duration.ofDays(365), """
                    delete from question where (organisation, id) in (
                      select organisation, id from question where organisation = $1
                        and coalesce(answered_at, asked_at) < $2 limit $3 for update skip locked)
                    """),
            new Purge("numbers of messages that showed a question", Duration.ofDays(365), """
                    delete from question_copy where (organisation, bot, chat, message) in (
                      select organisation, bot, chat, message from question_copy where organisation = $1 and sent_at < $2
                      limit $3 for update skip locked)
                    """),
            new Purge("days of reminders", Duration.ofDays(7), """
                    delete from question_reminder where (organisation, member, day) in (
                      select organisation, member, day from question_reminder
                      where organisation = $1 and day < ($2::timestamptz at time zone 'UTC')::date
                      limit $3 for update skip locked)
                    """));
}
