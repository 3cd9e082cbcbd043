package org.branchline.campaign.broadcast;

/** Whom a nudge may reach: about one thing once, and twice in a week, whoever sends it. */
public final class Nudges {

    /** How many a member gets in seven days. */
    public static final int A_WEEK = 2;

    /** Of a member {@code r} of organisation $1, at the moment $7, about the thing $11. */
    static final String SPARES_NOT = sparesNot("$7", "$11");

    private Nudges() {}

    /**
     * A condition of a member {@code r} of organisation $1.
     *
     * @param now the parameter that holds the moment
     * @param thing the parameter that holds what it is about
     */
    public static String sparesNot(String now, String thing) {
        return """
                (not exists (select from nudge g where g.organisation = $1 and g.thing = %2$s and g.member = r.member)
                 and (select count(*) from nudge g where g.organisation = $1 and g.member = r.member
                   and g.at > %1$s::timestamptz - interval '7 days') < %3$d)""".formatted(now, thing, A_WEEK);
    }
}
