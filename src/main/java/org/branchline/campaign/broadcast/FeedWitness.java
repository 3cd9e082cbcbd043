package org.branchline.campaign.broadcast;

import java.time.Duration;

/** Notes how late prompts are, for whoever watches the service: it neither waits nor fails. */
public interface FeedWitness {

    /**
     * Members were asked the questions of a prompt.
     *
     * @param late how long after it fell due for the one who waited longest
     */
    void asked(Duration late);
}
