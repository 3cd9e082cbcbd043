package org.branchline.campaign.branch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;

/** What whoever looks after a branch may ask its members once more: buttons below its card. */
public interface BranchAsk {

    /** A button for each thing, in the reader's language. */
    Uni<List<Button>> buttons(Exchange exchange, Branch branch);
}
