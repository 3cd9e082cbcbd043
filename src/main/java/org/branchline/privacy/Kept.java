package org.branchline.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.deadline.answering.Reasons;
import org.branchline.campaign.helpdesk.QuestionTexts;
import org.branchline.campaign.onetoone.Notes;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.intake.SpecialAnswers;
import org.branchline.playbooks.AnswerJson;

/** Collects everything that is kept of a person, special answers opened. */
@Singleton
class Kept {

    private static final String RUNS_OF_PERSON =
            "join run r on r.organisation = c.organisation and r.bot = c.bot and r.chat = c.id ";

    /** Organisation, person. Each yields one column of JSON objects; the order is that of the file. */
    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        section("you", """
                select to_jsonb(m) - 'organisation' from member m where m.organisation = $1 and m.telegram_user = $2""");
        section("consents", """
                select (to_jsonb(n) - 'organisation' - 'member') || jsonb_build_object('wording', w.wording -> n.language)
                from consent n join member m on m.organisation = n.organisation and m.id = n.member
                left join consent_wording w
                  on w.organisation = n.organisation and w.purpose = n.purpose and w.version = n.version
                where m.organisation = $1 and m.telegram_user = $2 order by n.id""");
        section("roles", """
                select to_jsonb(n) - 'organisation' - 'member' from member_role n
                join member m on m.organisation = n.organisation and m.id = n.member
                where m.organisation = $1 and m.telegram_user = $2""");
        section("attributes", """
                select to_jsonb(n) - 'organisation' - 'member' from attribute n
                join member m on m.organisation = n.organisation and m.id = n.member
                where m.organisation = $1 and m.telegram_user = $2 order by n.attribute""");
        section("chats", "select to_jsonb(c) - 'organisation' from chat c where c.organisation = $1 and c.id = $2");
        section(
                "runs",
                "select to_jsonb(r) - 'organisation' from chat c " + RUNS_OF_PERSON
                        + "where c.organisation = $1 and c.id = $2 order by r.id");
        section("answers", """
                select (to_jsonb(a) - 'organisation' - 'value') || jsonb_build_object('playbook', r.playbook,
                  'key_id', s.key_id, 'ciphertext', encode(s.ciphertext, 'base64'))
                from chat c\s""" + RUNS_OF_PERSON + """
                join answer a on a.organisation = r.organisation and a.run = r.id
                left join special_answer s on s.organisation = a.organisation and s.run = a.run and s.question = a.question
                where c.organisation = $1 and c.id = $2 order by a.run, a.answered_at""");
        section("earlier_answers", """
                select (to_jsonb(h) - 'organisation') || jsonb_build_object('playbook', r.playbook) from chat c\s""" + RUNS_OF_PERSON + """
                join answer_change h on h.organisation = r.organisation and h.run = r.id
                where c.organisation = $1 and c.id = $2 order by h.id""");
        section("questions", """
                select (to_jsonb(q) - 'organisation' - 'member') || jsonb_build_object(
                  'ciphertext', encode(q.ciphertext, 'base64'))
                from question q join member m on m.organisation = q.organisation and m.id = q.member
                where m.organisation = $1 and m.telegram_user = $2 order by q.id""");
        section("answered_questions", """
                select to_jsonb(n) - 'organisation' - 'member' from question_answer n
                join member m on m.organisation = n.organisation and m.id = n.member
                where m.organisation = $1 and m.telegram_user = $2 order by n.question""");
        section("shown_questions", """
                select to_jsonb(n) - 'organisation' from question_copy n
                where n.organisation = $1 and n.chat = $2 order by n.message""");
        section("reminders", """
                select to_jsonb(n) - 'organisation' - 'member' from question_reminder n
                join member m on m.organisation = n.organisation and m.id = n.member
                where m.organisation = $1 and m.telegram_user = $2 order by n.day""");
        section("links", """
                select to_jsonb(l) - 'organisation' from join_link l
                join member m on m.organisation = l.organisation and m.id = l.created_by
                where m.organisation = $1 and m.telegram_user = $2 order by l.id""");
        section("broadcast_answers", """
                select to_jsonb(a) - 'organisation' - 'member' from broadcast_answer a
                join member m on m.organisation = a.organisation and m.id = a.member
                where m.organisation = $1 and m.telegram_user = $2 order by a.broadcast""");
        section("deadline_answers", """
                select (to_jsonb(a) - 'organisation' - 'member') || jsonb_build_object(
                  'ciphertext', encode(a.ciphertext, 'base64'))
                from deadline_answer a join member m on m.organisation = a.organisation and m.id = a.member
                where m.organisation = $1 and m.telegram_user = $2 order by a.deadline""");
        section("deadlines", """
                select to_jsonb(d) - 'organisation' - 'bot' from deadline d
                join member m on m.organisation = d.organisation and m.id in (d.lead, d.created_by, d.captain)
                where m.organisation = $1 and m.telegram_user = $2 order by d.id""");
        section("given_deadlines", """
                select to_jsonb(h) - 'organisation' - 'member' from deadline_holder h
                join member m on m.organisation = h.organisation and m.id = h.member
                where m.organisation = $1 and m.telegram_user = $2 order by h.deadline""");
        section("heard_deadlines", """
                select to_jsonb(h) - 'organisation' - 'member' from deadline_heard h
                join member m on m.organisation = h.organisation and m.id = h.member
                where m.organisation = $1 and m.telegram_user = $2 order by h.deadline""");
        section("letters_of_deadlines", """
                select to_jsonb(l) - 'organisation' - 'member' - 'asked_by' from deadline_letter l
                join member m on m.organisation = l.organisation and m.id = l.member
                where m.organisation = $1 and m.telegram_user = $2 order by l.deadline, l.what""");
        section("unpassed_deadlines", """
                select (to_jsonb(p) - 'organisation' - 'member' - 'chosen') from deadline_passing p
                join member m on m.organisation = p.organisation and m.id = p.member
                where m.organisation = $1 and m.telegram_user = $2 order by p.id""");
        section("unset_deadlines", """
                select to_jsonb(s) - 'organisation' - 'member' from deadline_sketch s
                join member m on m.organisation = s.organisation and m.id = s.member
                where m.organisation = $1 and m.telegram_user = $2 order by s.id""");
        section("events", """
                select to_jsonb(e) - 'organisation' - 'bot' from event e
                join member m on m.organisation = e.organisation and m.id in (e.host, e.created_by)
                where m.organisation = $1 and m.telegram_user = $2 order by e.id""");
        section("shift_places", """
                select (to_jsonb(p) - 'organisation' - 'guest') || jsonb_build_object(
                  'title', coalesce(e.titles ->> m.language, e.titles ->> e.fallback), 'starts_at', s.starts_at)
                from shift_place p join member m on m.organisation = p.organisation and m.id = p.member
                join shift s on s.organisation = p.organisation and s.id = p.shift
                join event e on e.organisation = s.organisation and e.id = s.event
                where m.organisation = $1 and m.telegram_user = $2 order by s.starts_at, p.id""");
        section("brought_to_shifts", """
                select jsonb_build_object('shift', p.shift, 'guest', p.guest, 'asked_at', p.asked_at)
                from shift_place p join member m on m.organisation = p.organisation and m.id = p.invited_by
                where m.organisation = $1 and m.telegram_user = $2 order by p.id""");
        section("agenda_items", """
                select (to_jsonb(i) - 'organisation' - 'member') || jsonb_build_object(
                  'title', coalesce(e.titles ->> m.language, e.titles ->> e.fallback))
                from meeting_item i join member m on m.organisation = i.organisation and m.id = i.member
                join shift s on s.organisation = i.organisation and s.id = i.shift
                join event e on e.organisation = s.organisation and e.id = s.event
                where m.organisation = $1 and m.telegram_user = $2 order by i.id""");
        section("unmade_events", """
                select to_jsonb(s) - 'organisation' - 'member' from event_sketch s
                join member m on m.organisation = s.organisation and m.id = s.member
                where m.organisation = $1 and m.telegram_user = $2 order by s.id""");
        section("shift_tallies", """
                select to_jsonb(t) - 'organisation' - 'member' from shift_tally t
                join member m on m.organisation = t.organisation and m.id = t.member
                where m.organisation = $1 and m.telegram_user = $2 order by t.shift""");
        section("one_to_ones", """
                select (to_jsonb(o) - 'organisation' - 'member') || jsonb_build_object(
                  'ciphertext', encode(o.ciphertext, 'base64'))
                from one_to_one o join member m on m.organisation = o.organisation and m.id = o.member
                where m.organisation = $1 and m.telegram_user = $2 order by o.id""");
        section("one_to_one_choices", """
                select to_jsonb(h) - 'organisation' - 'member' from one_to_one_choice h
                join member m on m.organisation = h.organisation and m.id = h.member
                where m.organisation = $1 and m.telegram_user = $2""");
        section("unsent", """
                select to_jsonb(w) - 'organisation' - 'member' from composing w
                join member m on m.organisation = w.organisation and m.id = w.member
                where m.organisation = $1 and m.telegram_user = $2 order by w.id""");
        section("watched_broadcasts", """
                select to_jsonb(p) - 'organisation' - 'look_at' from broadcast_progress p
                where p.organisation = $1 and p.chat = $2 order by p.broadcast""");
        section("watched_shifts", """
                select to_jsonb(k) - 'organisation' - 'look_at' - 'shown' - 'stamp' from shift_card k
                where k.organisation = $1 and k.chat = $2 order by k.shift""");
        section("asked_of_shifts", """
                select to_jsonb(t) - 'organisation' - 'member' from shift_typing t
                join member m on m.organisation = t.organisation and m.id = t.member
                where m.organisation = $1 and m.telegram_user = $2 order by t.asked_at""");
        section("days_with_a_message", """
                select to_jsonb(u) - 'organisation' - 'member' from unasked u
                join member m on m.organisation = u.organisation and m.id = u.member
                where m.organisation = $1 and m.telegram_user = $2 order by u.day""");
        section("nudges", """
                select to_jsonb(g) - 'organisation' - 'member' from nudge g
                join member m on m.organisation = g.organisation and m.id = g.member
                where m.organisation = $1 and m.telegram_user = $2 order by g.at, g.thing""");
        section("prompts", """
                select to_jsonb(a) - 'organisation' - 'member' from prompt_asked a
                join member m on m.organisation = a.organisation and m.id = a.member
                where m.organisation = $1 and m.telegram_user = $2 order by a.asked_at, a.prompt""");
        section("check_ins", """
                select to_jsonb(h) - 'organisation' - 'member' from check_in_choice h
                join member m on m.organisation = h.organisation and m.id = h.member
                where m.organisation = $1 and m.telegram_user = $2""");
        section(
                "blockers",
                "select to_jsonb(k) - 'organisation' from chat c " + RUNS_OF_PERSON
                        + "join check_in_blocker k on k.organisation = r.organisation and k.run = r.id"
                        + " where c.organisation = $1 and c.id = $2 order by k.run");
        section("check_in_cards", """
                select to_jsonb(k) - 'organisation' - 'member' from check_in_card k
                join member m on m.organisation = k.organisation and m.id = k.member
                where m.organisation = $1 and m.telegram_user = $2 order by k.at""");
        section("check_ins_of_others", """
                select jsonb_build_object('yours', h.member = m.id, 'occurrence', h.occurrence, 'asked', h.asked, 'at', h.at)
                from check_in_help h join member m on m.organisation = h.organisation and m.id in (h.member, h.helper)
                where m.organisation = $1 and m.telegram_user = $2 order by h.at""");
        section("monthly_reports", """
                select to_jsonb(w) - 'organisation' - 'member' from report_reader w
                join member m on m.organisation = w.organisation and m.id = w.member
                where m.organisation = $1 and m.telegram_user = $2""");
        section("begun_letters", """
                select jsonb_build_object('written_by_you', l.member = m.id, 'asked_at', l.asked_at)
                from check_in_letter l join member m on m.organisation = l.organisation and m.id in (l.member, l.captain)
                where m.organisation = $1 and m.telegram_user = $2 order by l.asked_at""");
        section("begun_prompts", """
                select to_jsonb(d) - 'organisation' - 'member' from prompt_draft d
                join member m on m.organisation = d.organisation and m.id = d.member
                where m.organisation = $1 and m.telegram_user = $2""");
        section("introductions", """
                select jsonb_build_object('asked_by_you', i.asker = m.id, 'asked_at', i.asked_at, 'agreed', i.agreed,
                  'answered_at', i.answered_at)
                from introduction i join member m on m.organisation = i.organisation and m.id in (i.asker, i.member)
                where m.organisation = $1 and m.telegram_user = $2 order by i.asked_at""");
        section("appointments", """
                select jsonb_build_object('asked_by_you', a.asker = m.id, 'duty', a.duty, 'branch', a.branch,
                  'asked_at', a.asked_at, 'agreed', a.agreed, 'answered_at', a.answered_at)
                from appointment a join member m on m.organisation = a.organisation and m.id in (a.asker, a.member)
                where m.organisation = $1 and m.telegram_user = $2 order by a.id""");
        section("messages", """
                select jsonb_build_object('state', o.state, 'due_at', o.due_at, 'created_at', o.created_at,
                  'sent_at', o.done_at) from outbox o where o.organisation = $1 and o.chat = $2 order by o.id""");
        section("jobs", """
                select to_jsonb(j) - 'organisation' - 'key' from job j
                where j.organisation = $1 and j.argument ->> 'chat' = ($2::bigint)::text order by j.id""");
    }

    private final SpecialAnswers specials;
    private final QuestionTexts questions;
    private final Reasons reasons;
    private final Notes notes;

    Kept(SpecialAnswers specials, QuestionTexts questions, Reasons reasons, Notes notes) {
        this.specials = specials;
        this.questions = questions;
        this.reasons = reasons;
        this.notes = notes;
    }

    private static void section(String name, String select) {
        SECTIONS.put(name, select);
    }

    /** All of it by section; empty sections too, so that people see that there is nothing. */
    Uni<JsonObject> of(Reads reads, OrganisationId organisation, long person) {
        List<Uni<RowSet<Row>>> asked = new ArrayList<>();
        SECTIONS.values().forEach(select -> asked.add(reads.read(select, organisation.number(), person)));
        return Uni.join().all(asked).andFailFast().map(found -> {
            JsonObject all = new JsonObject();
            int i = 0;
            for (String section : SECTIONS.keySet()) {
                JsonArray entries = new JsonArray();
                for (Row row : found.get(i++)) {
                    entries.add(opened(organisation, person, section, row.getJsonObject(0)));
                }
                all.put(section, entries);
            }
            return all;
        });
    }

    /** With what its owner wrote in place of the ciphertext. */
    private JsonObject opened(OrganisationId organisation, long person, String section, JsonObject entry) {
        String key = (String) entry.remove("key_id");
        String ciphertext = (String) entry.remove("ciphertext");
        if (key == null || ciphertext == null) {
            return entry;
        }
        Buffer sealed = Buffer.buffer(Base64.getMimeDecoder().decode(ciphertext));
        return switch (section) {
            case "answers" ->
                entry.put(
                        "answer",
                        AnswerJson.export(AnswerJson.read(specials.open(
                                organisation, entry.getLong("run"), entry.getString("question"), key, sealed))));
            case "questions" -> entry.put("text", questions.open(organisation, person, key, sealed));
            case "deadline_answers" ->
                entry.put("reason", reasons.open(organisation, entry.getLong("deadline"), person, key, sealed));
            case "one_to_ones" -> {
                Notes.Words words = notes.open(organisation, entry.getLong("id"), person, key, sealed);
                yield entry.put("who", words.who()).put("note", words.note());
            }
            default -> entry;
        };
    }
}
