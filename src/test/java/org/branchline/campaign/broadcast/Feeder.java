package org.branchline.campaign.broadcast;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Lets rows on whose time has come as soon as a test says so, and not only when the service looks by itself. */
@Alternative
@Singleton
public class Feeder {

    private final Feeding feeding;

    Feeder(Feeding feeding) {
        this.feeding = feeding;
    }

    public void look() {
        feeding.look();
    }
}
