package org.branchline.campaign.event;

import java.util.Locale;

/** What kind of event it is. */
public enum EventKind {
    /** People call others from where they are. */
    PHONE_BANK,
    MEETING,
    TRAINING,
    /** Something done together in one place. */
    ACTION;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EventKind of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
