package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of deadlines: what they were asked, gave others and are setting. */
final class DeadlineSections {

    static final List<Section> ALL = List.of(
            new Section("deadline_answers", """
                select (to_jsonb(a) - 'organisation' - 'member') || jsonb_build_object(
                  'ciphertext', encode(a.ciphertext, 'base64'))
                from deadline_answer a join member m on m.organisation = a.organisation and m.id = a.member
                where m.organisation = $1 and m.telegram_user = $2 order by a.deadline"""),
            new Section("deadlines", """
                select to_jsonb(d) - 'organisation' - 'bot' from deadline d
                join member m on m.organisation = d.organisation and m.id in (d.lead, d.created_by, d.captain)
                where m.organisation = $1 and m.telegram_user = $2 order by d.id"""),
            Section.ofMember("given_deadlines", "deadline_holder", "deadline"),
            Section.ofMember("heard_deadlines", "deadline_heard", "deadline"),
            new Section("letters_of_deadlines", """
                select to_jsonb(l) - 'organisation' - 'member' - 'asked_by' from deadline_letter l
                join member m on m.organisation = l.organisation and m.id = l.member
                where m.organisation = $1 and m.telegram_user = $2 order by l.deadline, l.what"""),
            new Section("unpassed_deadlines", """
                select (to_jsonb(p) - 'organisation' - 'member' - 'chosen') from deadline_passing p
                join member m on m.organisation = p.organisation and m.id = p.member
                where m.organisation = $1 and m.telegram_user = $2 order by p.id"""),
            Section.ofMember("unset_deadlines", "deadline_sketch", "id"));

    private DeadlineSections() {}
}
