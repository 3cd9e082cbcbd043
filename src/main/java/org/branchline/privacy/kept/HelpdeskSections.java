package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of what they asked a person, and of what they answered others. */
final class HelpdeskSections {

    static final List<Section> ALL = List.of(
            new Section("questions", """
                select (to_jsonb(q) - 'organisation' - 'member') || jsonb_build_object(
                  'ciphertext', encode(q.ciphertext, 'base64'))
                from question q join member m on m.organisation = q.organisation and m.id = q.member
                where m.organisation = $1 and m.telegram_user = $2 order by q.id"""),
            Section.ofMember("answered_questions", "question_answer", "question"),
            new Section("shown_questions", """
                select to_jsonb(n) - 'organisation' from question_copy n
                where n.organisation = $1 and n.chat = $2 order by n.message"""),
            Section.ofMember("reminders", "question_reminder", "day"));

    private HelpdeskSections() {}
}
