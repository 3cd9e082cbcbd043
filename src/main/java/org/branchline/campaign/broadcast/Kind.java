package org.branchline.campaign.broadcast;

import java.util.Locale;

/** What a broadcast is to the law and to the reader. */
public enum Kind {
    /** Asks for something: carries the organisation's imprint and a way to get fewer of them. */
    APPEAL,
    /** Says what a member needs to know. */
    SERVICE;

    /** As it stands in Postgres and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
