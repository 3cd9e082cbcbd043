package org.branchline.campaign.branch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;

/** What whoever looks after a branch may ask of its members: buttons below its card. */
public interface BranchAsk {

    /** Where they stand among the others, the least first. */
    int place();

    /** A button for each thing, in the reader's language. */
    Uni<List<Button>> buttons(Exchange exchange, Branch branch);
}
