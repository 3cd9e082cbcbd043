package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.broadcast.Broadcasts;
import org.branchline.intake.Exchange;

/** Takes back what the calendar said of a deadline, as far as it waits; what is under way arrives. */
@Singleton
public class TakingBack {

    private static final String SAID = """
            select id from broadcast
            where organisation = $1 and origin like 'deadline:%' and split_part(origin, ':', 2) in (
                select id::text from deadline where organisation = $1 and (id = $2 or parent = $2))
              and state in ('going', 'paused')
            """;

    private final Broadcasts broadcasts;

    TakingBack(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    /** All of it and of its parts, for everybody. */
    public Uni<Void> all(Exchange exchange, long deadline) {
        return exchange.read(SAID, exchange.organisation().number(), deadline).chain(rows -> Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> broadcasts.cancel(exchange::read, exchange.organisation(), row.getLong("id")))
                .collect()
                .last()
                .replaceWithVoid());
    }
}
