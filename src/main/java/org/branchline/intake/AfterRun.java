package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import org.branchline.conversation.Stage;

/** What follows when a run has ended, in the same turn. */
public interface AfterRun {

    /**
     * Adds what follows.
     *
     * @param run the run with all its answers
     * @param stage how it ended
     */
    Uni<Void> after(Exchange exchange, OpenRun run, Stage stage);
}
