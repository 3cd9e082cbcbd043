package org.branchline.campaign.event;

import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;

/** Who sees to an event: its host, and whoever holds {@link Deed#HOST} in all of the branches it is for. */
public final class EventRights {

    private EventRights() {}

    /** Whether this chat's member does. */
    public static boolean may(Exchange exchange, Access access, Event event) {
        Long host = event.host();
        boolean own = host != null && host == exchange.member().id() && access.mayAnywhere(Deed.HOST);
        return own || may(access, event, exchange.scene().branches());
    }

    private static boolean may(Access access, Event event, BranchBook book) {
        if (event.audience().branches().isEmpty()) {
            return access.may(Deed.HOST, null);
        }
        return event.audience().branches().stream()
                .allMatch(key ->
                        access.may(Deed.HOST, book.branch(key).map(Branch::id).orElse(null)));
    }
}
