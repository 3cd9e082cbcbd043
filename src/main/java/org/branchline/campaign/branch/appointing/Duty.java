package org.branchline.campaign.branch.appointing;

import java.util.Locale;

/** What somebody is asked to take on in a branch. */
public enum Duty {
    /** Look after it. */
    CAPTAIN,
    /** Step in when its captain cannot answer. */
    BUDDY,
    /** Look after it in its captain's place. */
    HANDOVER;

    /** As tables, texts and buttons name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
