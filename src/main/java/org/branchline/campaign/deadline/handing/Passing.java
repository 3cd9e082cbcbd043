package org.branchline.campaign.deadline.handing;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a captain is about to pass on.
 *
 * @param id its number, which its buttons carry
 * @param deadline what is passed on
 * @param chosen to whom, members by number
 * @param part what theirs is, empty for all of it
 * @param awaited whether that is asked for
 */
record Passing(long id, long deadline, List<Long> chosen, String part, boolean awaited) {

    /** So many get one part. */
    static final int MOST = 30;

    Passing {
        chosen = List.copyOf(chosen);
    }

    /** With one more chosen, or one less; no more than {@value #MOST}. */
    Passing toggled(long member) {
        List<Long> all = new ArrayList<>(chosen);
        if (!all.remove(member) && all.size() < MOST) {
            all.add(member);
        }
        return new Passing(id, deadline, all, part, false);
    }

    Passing asking() {
        return new Passing(id, deadline, chosen, part, true);
    }

    Passing of(String theirs) {
        return new Passing(id, deadline, chosen, theirs, false);
    }
}
