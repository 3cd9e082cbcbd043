package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of messages to many: what they answered, what they are writing, and whose progress they watch. */
final class BroadcastSections {

    static final List<Section> ALL = List.of(
            Section.ofMember("broadcast_answers", "broadcast_answer", "broadcast"),
            Section.ofMember("unsent", "composing", "id"),
            new Section("watched_broadcasts", """
                select to_jsonb(p) - 'organisation' - 'look_at' from broadcast_progress p
                where p.organisation = $1 and p.chat = $2 order by p.broadcast"""),
            Section.ofMember("nudges", "nudge", "at", "thing"));

    private BroadcastSections() {}
}
