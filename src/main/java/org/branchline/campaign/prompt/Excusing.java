package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;

/** Leaves people out of an occurrence that is about to be put to them. */
public interface Excusing {

    /** Notes whom it does not ask and why, possibly twice. */
    Uni<Void> excuse(Prompt prompt, String occurrence);
}
