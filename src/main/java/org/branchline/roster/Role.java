package org.branchline.roster;

import java.util.Locale;

/** What somebody does for an organisation beyond being a member. */
public enum Role {
    /** Runs the campaign, everywhere or in the part of the tree they were given. */
    COORDINATOR,
    /** Looks after a branch and those below it. */
    CAPTAIN,
    /** Stands beside a captain. */
    BUDDY;

    /** As tables name it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role a table names.
     * @throws IllegalArgumentException for a name no table holds */
    public static Role of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
