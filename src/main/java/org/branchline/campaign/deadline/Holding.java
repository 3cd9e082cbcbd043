package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Uni;
import org.branchline.intake.Exchange;

/**
 * Who has a part by name. Whoever decides over it takes this row first and only then looks, so that a member who presses
 * Done and a captain who takes the part back decide one after the other.
 */
public final class Holding {

    private static final String TAKE =
            "select from deadline_holder where organisation = $1 and deadline = $2 and member = $3 for update";

    private Holding() {}

    /** Completes with whether the member has it; until the turn ends nobody else decides over that. */
    public static Uni<Boolean> take(Exchange exchange, long part, long member) {
        return exchange.read(TAKE, exchange.organisation().number(), part, member)
                .map(rows -> rows.size() > 0);
    }
}
