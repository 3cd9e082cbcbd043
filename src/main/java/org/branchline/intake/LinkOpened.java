package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import org.branchline.roster.joining.JoinLink;

/** What follows when a member, who need not join any more, opens a join link. */
public interface LinkOpened {

    /**
     * Adds what follows.
     *
     * @param link as it stands, open or not
     * @return whether it answered; if nothing does, the member sees what is open for them
     */
    Uni<Boolean> opened(Exchange exchange, JoinLink link);
}
