package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of phone banks, meetings and trainings: places, hosting, counting. */
final class EventSections {

    static final List<Section> ALL = List.of(
            new Section("events", """
                select to_jsonb(e) - 'organisation' - 'bot' from event e
                join member m on m.organisation = e.organisation and m.id in (e.host, e.created_by)
                where m.organisation = $1 and m.telegram_user = $2 order by e.id"""),
            new Section("shift_places", """
                select (to_jsonb(p) - 'organisation' - 'guest') || jsonb_build_object(
                  'title', coalesce(e.titles ->> m.language, e.titles ->> e.fallback), 'starts_at', s.starts_at)
                from shift_place p join member m on m.organisation = p.organisation and m.id = p.member
                join shift s on s.organisation = p.organisation and s.id = p.shift
                join event e on e.organisation = s.organisation and e.id = s.event
                where m.organisation = $1 and m.telegram_user = $2 order by s.starts_at, p.id"""),
            new Section("brought_to_shifts", """
                select jsonb_build_object('shift', p.shift, 'guest', p.guest, 'asked_at', p.asked_at)
                from shift_place p join member m on m.organisation = p.organisation and m.id = p.invited_by
                where m.organisation = $1 and m.telegram_user = $2 order by p.id"""),
            new Section("agenda_items", """
                select (to_jsonb(i) - 'organisation' - 'member') || jsonb_build_object(
                  'title', coalesce(e.titles ->> m.language, e.titles ->> e.fallback))
                from meeting_item i join member m on m.organisation = i.organisation and m.id = i.member
                join shift s on s.organisation = i.organisation and s.id = i.shift
                join event e on e.organisation = s.organisation and e.id = s.event
                where m.organisation = $1 and m.telegram_user = $2 order by i.id"""),
            Section.ofMember("unmade_events", "event_sketch", "id"),
            Section.ofMember("shift_tallies", "shift_tally", "shift"),
            new Section("watched_shifts", """
                select to_jsonb(k) - 'organisation' - 'look_at' - 'shown' - 'stamp' from shift_card k
                where k.organisation = $1 and k.chat = $2 order by k.shift"""),
            Section.ofMember("asked_of_shifts", "shift_typing", "asked_at"));

    private EventSections() {}
}
