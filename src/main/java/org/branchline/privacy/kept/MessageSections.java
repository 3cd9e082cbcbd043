package org.branchline.privacy.kept;

import java.util.List;

/** What is kept of what was sent to them, and what is still to be done. */
final class MessageSections {

    static final List<Section> ALL = List.of(
            Section.ofMember("days_with_a_message", "unasked", "day"),
            new Section("messages", """
                select jsonb_build_object('state', o.state, 'due_at', o.due_at, 'created_at', o.created_at,
                  'sent_at', o.done_at) from outbox o where o.organisation = $1 and o.chat = $2 order by o.id"""),
            new Section("jobs", """
                select to_jsonb(j) - 'organisation' - 'key' from job j
                where j.organisation = $1 and j.argument ->> 'chat' = ($2::bigint)::text order by j.id"""));

    private MessageSections() {}
}
