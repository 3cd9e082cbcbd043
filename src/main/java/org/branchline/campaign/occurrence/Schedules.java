package org.branchline.campaign.occurrence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.database.OrganisationId;
import org.branchline.database.Writes;

/** Opens schedules, changes and ends them; each call in the caller's transaction. */
public final class Schedules {

    private static final String OPEN = """
            insert into schedule (organisation, kind, subject, planned_until) values ($1, $2, $3, $4)
            on conflict (organisation, kind, subject) do update set open = true, planned_until = excluded.planned_until
            """;

    /** What fell due already stays: it is the proof that it did, or about to be handed on. */
    private static final String FORGET = """
            delete from occurrence o using schedule s
            where s.organisation = $1 and s.kind = $2 and s.subject = $3
              and o.organisation = $1 and o.schedule = s.id and o.state = 'waiting' and o.due_at > $4
            """;

    private static final String END =
            "update schedule set open = false where organisation = $1 and kind = $2 and subject = $3";

    private Schedules() {}

    /**
     * Lets a subject's occurrences fall due from now on; what was planned of it before is planned anew.
     *
     * @param now as people see it
     */
    public static void open(Writes writes, OrganisationId organisation, String kind, long subject, Instant now) {
        // In this order: whoever plans it at this moment holds on to the schedule until its plan is committed.
        writes.write(OPEN, organisation.number(), kind, subject, now.atOffset(ZoneOffset.UTC));
        writes.write(FORGET, organisation.number(), kind, subject, now.atOffset(ZoneOffset.UTC));
    }

    /** Nothing more of it falls due. */
    public static void end(Writes writes, OrganisationId organisation, String kind, long subject) {
        writes.write(END, organisation.number(), kind, subject);
        writes.write(FORGET, organisation.number(), kind, subject, OffsetDateTime.MIN);
    }
}
