package org.branchline.intake;

import io.smallrye.mutiny.Uni;

/** Where updates enter. */
public interface Door {

    /**
     * Takes an update to its end: its turn is committed, or it was seen before, or it is put aside.
     *
     * @return what to tell the platform; fails where nothing was committed and the platform is to deliver again
     */
    Uni<Receipt> take(Arrival arrival);
}
