package org.branchline.campaign.branch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;

/** What waits for whoever runs the campaign: lines of their weekly card, each with the button that settles it. */
public interface CardNeed {

    /** Where its lines stand among the others, the least first. */
    int place();

    /** A few of those that concern somebody, in their language, what has waited longest first. */
    Uni<List<Need>> needs(Exchange exchange, Access access);

    /**
     * One of them.
     *
     * @param button what pressing it does, without the number that is put before it and before the line
     */
    record Need(String line, String button, Action action) {}
}
