package org.branchline.campaign.occurrence;

/** The statement that looks for what is due, for those who measure it. */
public final class LookForDue {

    /** Organisation, now. */
    public static final String SQL = OccurrenceSql.TAKE;

    private LookForDue() {}
}
