package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of check-ins and other prompts. */
final class CheckInSections {

    static final List<Section> ALL = List.of(
            Section.ofMember("prompts", "prompt_asked", "asked_at", "prompt"),
            Section.ofMember("check_ins", "check_in_choice"),
            new Section(
                    "blockers",
                    "select to_jsonb(k) - 'organisation' from chat c " + Section.RUNS_OF_PERSON
                            + "join check_in_blocker k on k.organisation = r.organisation and k.run = r.id"
                            + " where c.organisation = $1 and c.id = $2 order by k.run"),
            Section.ofMember("check_in_cards", "check_in_card", "at"),
            new Section("check_ins_of_others", """
                select jsonb_build_object('yours', h.member = m.id, 'occurrence', h.occurrence, 'asked', h.asked, 'at', h.at)
                from check_in_help h join member m on m.organisation = h.organisation and m.id in (h.member, h.helper)
                where m.organisation = $1 and m.telegram_user = $2 order by h.at"""),
            Section.ofMember("monthly_reports", "report_reader"),
            new Section("begun_letters", """
                select jsonb_build_object('written_by_you', l.member = m.id, 'asked_at', l.asked_at)
                from check_in_letter l join member m on m.organisation = l.organisation and m.id in (l.member, l.captain)
                where m.organisation = $1 and m.telegram_user = $2 order by l.asked_at"""),
            Section.ofMember("begun_prompts", "prompt_draft"));

    private CheckInSections() {}
}
