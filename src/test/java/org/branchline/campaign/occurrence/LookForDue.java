package org.branchline.campaign.occurrence;

/** The statement that looks for what is due, for those who measure it. */
public final class LookForDue {

    private LookForDue() {}

    /**
     * With its arguments written into it.
     *
     * @param now as SQL says it
     */
    public static String sql(int organisation, String now) {
        return OccurrenceSql.TAKE
                .replace("$1", Integer.toString(organisation))
                .replace("$2", now)
                .replace("$3", "5000");
    }
}
