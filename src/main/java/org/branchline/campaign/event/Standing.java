package org.branchline.campaign.event;

import java.util.Locale;

/** How somebody stands to a shift. */
public enum Standing {
    /** They have not asked for a place. */
    NONE,
    /** A friend brought them along, they have not asked for a place yet. */
    INVITED,
    HELD,
    WAITING,
    /** A place is theirs to accept. */
    OFFERED,
    /** They did not accept in time. */
    LAPSED,
    /** They gave it up. */
    LEFT;

    /** Whether they want to come. */
    public boolean in() {
        return this == HELD || this == WAITING || this == OFFERED;
    }

    static Standing of(@org.jspecify.annotations.Nullable String column) {
        return column == null ? NONE : valueOf(column.toUpperCase(Locale.ROOT));
    }
}
