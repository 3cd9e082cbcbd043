package org.branchline.campaign.event;

import java.util.List;

/** Whoever did not come several times running: their host sees it, nobody says anything to them. */
public final class NoShow {

    /** So many times running. */
    static final int MANY = 3;

    private NoShow() {}

    /**
     * Whether somebody is one.
     *
     * @param came whether they came, of each shift of which a host noted it, newest first; one given up in time is none
     */
    public static boolean often(List<Boolean> came) {
        return came.size() >= MANY && came.subList(0, MANY).stream().noneMatch(each -> each);
    }
}
