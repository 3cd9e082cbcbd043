package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of their answers to questions. */
final class AnswerSections {

    static final List<Section> ALL = List.of(
            new Section(
                    "runs",
                    "select to_jsonb(r) - 'organisation' from chat c " + Section.RUNS_OF_PERSON
                            + "where c.organisation = $1 and c.id = $2 order by r.id"),
            new Section("answers", """
                select (to_jsonb(a) - 'organisation' - 'value') || jsonb_build_object('playbook', r.playbook,
                  'key_id', s.key_id, 'ciphertext', encode(s.ciphertext, 'base64'))
                from chat c\s""" + Section.RUNS_OF_PERSON + """
                join answer a on a.organisation = r.organisation and a.run = r.id
                left join special_answer s on s.organisation = a.organisation and s.run = a.run and s.question = a.question
                where c.organisation = $1 and c.id = $2 order by a.run, a.answered_at"""),
            new Section("earlier_answers", """
                select (to_jsonb(h) - 'organisation') || jsonb_build_object('playbook', r.playbook) from chat c\s""" + Section.RUNS_OF_PERSON + """
                join answer_change h on h.organisation = r.organisation and h.run = r.id
                where c.organisation = $1 and c.id = $2 order by h.id"""));

    private AnswerSections() {}
}
