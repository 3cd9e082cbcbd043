package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of who they are: details, consents, roles, chats, and the links they made. */
final class RosterSections {

    static final List<Section> ALL = List.of(
            new Section("you", """
                select to_jsonb(m) - 'organisation' from member m where m.organisation = $1 and m.telegram_user = $2"""),
            new Section("consents", """
                select (to_jsonb(n) - 'organisation' - 'member') || jsonb_build_object('wording', w.wording -> n.language)
                from consent n join member m on m.organisation = n.organisation and m.id = n.member
                left join consent_wording w
                  on w.organisation = n.organisation and w.purpose = n.purpose and w.version = n.version
                where m.organisation = $1 and m.telegram_user = $2 order by n.id"""),
            Section.ofMember("roles", "member_role"),
            Section.ofMember("attributes", "attribute", "attribute"),
            new Section(
                    "chats", "select to_jsonb(c) - 'organisation' from chat c where c.organisation = $1 and c.id = $2"),
            new Section("links", """
                select to_jsonb(l) - 'organisation' from join_link l
                join member m on m.organisation = l.organisation and m.id = l.created_by
                where m.organisation = $1 and m.telegram_user = $2 order by l.id"""));

    private RosterSections() {}
}
