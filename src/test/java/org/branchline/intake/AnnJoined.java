package org.branchline.intake;

import jakarta.inject.Inject;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** A test's own campaign, and Ann, who joined it by a link of Tokyo's. */
public abstract class AnnJoined {

    @Inject
    protected TestCampaign campaign;

    protected Bot bot;
    protected Volunteer ann;

    @BeforeEach
    void join() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
    }
}
