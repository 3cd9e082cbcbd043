package org.branchline.privacy;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.branchline.campaign.helpdesk.Unsaying;
import org.branchline.database.DataKey;
import org.branchline.database.OrganisationId;
import org.branchline.database.Writes;
import org.branchline.roster.Branches;

/** Everything of a person goes; what stays is a proof that does not name them, by which a restored backup erases again. */
@Singleton
public class Erasing {

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
        // Messages to others that name the person carry their number in a button.
        """
        delete from outbox where organisation = $1
          and (chat = $2 or payload is not null and strpos(payload, '"' || $2 || '"') > 0)
        """,
        // What waits parked was said after this, unless a backup brought it back.
        """
        delete from dead_letter where organisation = $1 and chat = $2
          and (state = 'dead' or at < clock_timestamp() - interval '10 minutes')
        """,
        // "Ask again" and its like name the chat.
        "delete from job where organisation = $1 and argument ->> 'chat' = ($2::bigint)::text",
        """
        update join_link l set created_by = null from member m
        where m.organisation = $1 and m.telegram_user = $2 and l.organisation = $1 and l.created_by = m.id
        """,
        """
        update broadcast b set created_by = null from member m
        where m.organisation = $1 and m.telegram_user = $2 and b.organisation = $1 and b.created_by = m.id
        """,
        "delete from chat where organisation = $1 and id = $2",
        "delete from member where organisation = $1 and telegram_user = $2",
    };

    private static final String PROVE = """
            insert into erasure (organisation, proof, at) values ($1, $2, $3) on conflict do nothing
            """;

    private final SecretKeySpec key;
    private final Branches branches;

    Erasing(DataKey data, Branches branches) {
        this.branches = branches;
        this.key = new SecretKeySpec(data.derive("erasures"), "HmacSHA256");
    }

    /** Adds all of it to a turn. Runs, answers, special answers, history, attributes, consents and roles go with their owner. */
    public void erase(Writes writes, OrganisationId organisation, long person, Instant now) {
        for (String statement : STATEMENTS) {
            writes.write(statement, organisation.number(), person);
        }
        writes.write(
                PROVE, organisation.number(), Buffer.buffer(proof(organisation, person)), now.atOffset(ZoneOffset.UTC));
        branches.forget(writes, organisation);
    }

    /** The same for the same person, and of no use to anybody without the key. */
    byte[] proof(OrganisationId organisation, long person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((organisation + "/" + person).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
