package org.branchline.campaign.broadcast;

import org.branchline.database.OrganisationId;
import org.branchline.database.Writes;

/** A press below a message of which nobody knew whether it arrived: it did. */
public final class Arrived {

    /** Of the message as a whole: what went with it arrived as well. */
    private static final String PROVEN = """
            update outbox set state = 'sent', reason = 'PROVEN', message = $4
            where organisation = $1 and state = 'uncertain' and id = (
              select coalesce(joined, id) from outbox where organisation = $1 and content = $2 and member = $3)
            """;

    private Arrived() {}

    /**
     * Takes note of it.
     *
     * @param content what the pressed button belongs to
     * @param message the message's number at the platform
     */
    public static void prove(Writes writes, OrganisationId organisation, long content, long member, long message) {
        writes.write(PROVEN, organisation.number(), content, member, message);
    }
}
