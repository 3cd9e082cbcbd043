package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of what happens in a branch: whom they met, found and appoint. */
final class BranchSections {

    static final List<Section> ALL = List.of(
            new Section("one_to_ones", """
                select (to_jsonb(o) - 'organisation' - 'member') || jsonb_build_object(
                  'ciphertext', encode(o.ciphertext, 'base64'))
                from one_to_one o join member m on m.organisation = o.organisation and m.id = o.member
                where m.organisation = $1 and m.telegram_user = $2 order by o.id"""),
            Section.ofMember("one_to_one_choices", "one_to_one_choice"),
            new Section("introductions", """
                select jsonb_build_object('asked_by_you', i.asker = m.id, 'asked_at', i.asked_at, 'agreed', i.agreed,
                  'answered_at', i.answered_at)
                from introduction i join member m on m.organisation = i.organisation and m.id in (i.asker, i.member)
                where m.organisation = $1 and m.telegram_user = $2 order by i.asked_at"""),
            new Section("appointments", """
                select jsonb_build_object('asked_by_you', a.asker = m.id, 'duty', a.duty, 'branch', a.branch,
                  'asked_at', a.asked_at, 'agreed', a.agreed, 'answered_at', a.answered_at)
                from appointment a join member m on m.organisation = a.organisation and m.id in (a.asker, a.member)
                where m.organisation = $1 and m.telegram_user = $2 order by a.id"""));

    private BranchSections() {}
}
