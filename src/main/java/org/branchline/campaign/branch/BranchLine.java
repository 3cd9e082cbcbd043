package org.branchline.campaign.branch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.branchline.intake.Exchange;

/** A line or more of a branch's card, which is also the reply to its captain's check-in. */
public interface BranchLine {

    /** Where it stands among the others, the least first. */
    int place();

    /**
     * What there is to say, in the reader's language.
     *
     * @param branches the captain's and all below them, by number
     */
    Uni<List<String>> lines(Exchange exchange, List<Long> branches);
}
