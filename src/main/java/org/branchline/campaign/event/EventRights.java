package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
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

    /** The shift of this number; empty where this chat's member does not see to it. */
    public static Uni<Optional<Shift>> theirs(Exchange exchange, long shift) {
        return Uni.combine()
                .all()
                .unis(
                        exchange.access(),
                        Shifts.find(exchange::read, exchange.scene().bot(), shift))
                .asTuple()
                .map(found -> found.getItem2().filter(each -> may(exchange, found.getItem1(), each.event())));
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
