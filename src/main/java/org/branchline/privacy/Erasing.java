package org.branchline.privacy;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.branchline.campaign.event.Unsigning;
import org.branchline.campaign.helpdesk.Unsaying;
import org.branchline.database.OrganisationId;
import org.branchline.database.Writes;
import org.branchline.roster.Branches;
import org.branchline.roster.ErasureProof;

/** Everything of a person goes; what stays is a proof that does not name them, by which a restored backup erases again. */
@Singleton
public class Erasing {

    /** The name of a member {@code m} as it stands in JSON, quoted for regular expressions; not as part of another word. */
    private static final String NAME = """
            '(?<![[:alnum:]])' || regexp_replace(
              substr(to_jsonb(m.name)::text, 2, length(to_jsonb(m.name)::text) - 2), '([^[:alnum:] ])', '\\\\\\1', 'g')
              || '(?![[:alnum:]])'""";

    /** In this order, since each leaves what the next needs. Organisation, person. */
    private static final String[] STATEMENTS = {
        // What others were shown of the person's questions is taken back there.
        Unsaying.JOBS,
        """
        delete from outbox o using question q, member m
        where o.organisation = $1 and q.organisation = $1 and m.organisation = $1 and m.telegram_user = $2
          and q.member = m.id and o.question = q.id and o.state <> 'sending'
        """,
        "delete from question_copy where organisation = $1 and chat = $2",
        // Messages to others that name the person carry their number in a button; what waits for its reader's day need
        // not.
        """
        delete from outbox where organisation = $1
          and (chat = $2 or payload is not null
            and (strpos(payload, '"' || $2 || '"') > 0 or strpos(payload, '@' || $2 || '"') > 0
              or daytime and state in ('held', 'queued') and exists (
                select from member m
                where m.organisation = $1 and m.telegram_user = $2 and m.name <> '' and payload ~ (
        """ + NAME + """
        ))))
        """,
        // What waits parked was said after this, unless a backup brought it back.
        """
        delete from dead_letter where organisation = $1 and chat = $2
          and (state = 'dead' or at < clock_timestamp() - interval '10 minutes')
        """,
        // "Ask again" and its like name the chat.
        "delete from job where organisation = $1 and argument ->> 'chat' = ($2::bigint)::text",
        // A list that is just coming in may name the person too.
        """
        delete from member_import_row r using member_import i
        where i.organisation = $1 and r.organisation = $1 and r.import = i.id and r.chat = $2
        """,
        """
        update join_link l set created_by = null from member m
        where m.organisation = $1 and m.telegram_user = $2 and l.organisation = $1 and l.created_by = m.id
        """,
        """
        update broadcast b set created_by = null from member m
        where m.organisation = $1 and m.telegram_user = $2 and b.organisation = $1 and b.created_by = m.id
        """,
        // What members read of a deadline names who leads it, passed it on, or asked once more; a call for more people
        // its host.
        """
        update content k set payloads = regexp_replace(
          k.payloads::text,
        """ + NAME + """
          , '…', 'g')::jsonb
        from broadcast b, member m
        where m.organisation = $1 and m.telegram_user = $2 and m.name <> '' and b.organisation = $1
          and (b.origin like 'deadline:%' or b.origin like 'shift:%') and k.organisation = $1 and k.id = b.content
          and (exists (
              select from deadline d
              where d.organisation = $1 and d.id::text = split_part(b.origin, ':', 2) and m.id in (d.lead, d.captain))
            or exists (
              select from job j
              where j.organisation = $1 and j.kind = 'deadline.nudge' and j.argument ->> 'by' = m.id::text
                and b.origin = concat_ws(':', 'deadline', j.argument ->> 'deadline', 'nudge', j.id))
            or exists (
              select from job j
              where j.organisation = $1 and j.kind = 'shift.call' and j.argument ->> 'by' = m.id::text
                and b.origin = concat_ws(':', 'shift', j.argument ->> 'shift', j.id)))
        """,
        """
        update deadline d set lead = nullif(d.lead, m.id), created_by = nullif(d.created_by, m.id),
          captain = nullif(d.captain, m.id)
        from member m
        where m.organisation = $1 and m.telegram_user = $2 and d.organisation = $1 and m.id in (d.lead, d.created_by, d.captain)
        """,
        """
        update deadline_letter l set asked_by = null from member m
        where m.organisation = $1 and m.telegram_user = $2 and l.organisation = $1 and l.asked_by = m.id
        """,
        Unsigning.LOCK,
        Unsigning.FREE,
        Unsigning.UNINVITE,
        Unsigning.UNHOST,
        "delete from chat where organisation = $1 and id = $2",
        "delete from member where organisation = $1 and telegram_user = $2",
    };

    private static final String PROVE = """
            insert into erasure (organisation, proof, at) values ($1, $2, $3) on conflict do nothing
            """;

    private final ErasureProof proof;
    private final Branches branches;

    Erasing(ErasureProof proof, Branches branches) {
        this.branches = branches;
        this.proof = proof;
    }

    /** Adds all of it to a turn. Runs, answers, special answers, history, attributes, consents and roles go with their owner. */
    public void erase(Writes writes, OrganisationId organisation, long person, Instant now) {
        for (String statement : STATEMENTS) {
            writes.write(statement, organisation.number(), person);
        }
        writes.write(
                PROVE,
                organisation.number(),
                Buffer.buffer(proof.of(organisation, person)),
                now.atOffset(ZoneOffset.UTC));
        branches.forget(writes, organisation);
    }
}
