package org.branchline.campaign.deadline.answering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.roster.BranchBook;
import org.jspecify.annotations.Nullable;

/**
 * A page of those who cannot and of whom nobody was told yet, branch by branch.
 *
 * @param next behind whom the next page begins, null where this is the last
 */
record Untold(List<Cannot> page, @Nullable Place next) {

    Untold {
        page = List.copyOf(page);
    }

    /** A place in the order of them all; no branch is 0. */
    record Place(long branch, long deadline, long member) {

        static final Place FIRST = new Place(0, 0, 0);

        static Place of(Cannot cannot) {
            return new Place(branchOf(cannot), cannot.deadline(), cannot.member());
        }
    }

    /** What is said in one turn: to these, of them. */
    record Told(List<Helper> helpers, List<Cannot> them) {

        Told {
            helpers = List.copyOf(helpers);
            them = List.copyOf(them);
        }
    }

    /**
     * Where more are left than fit, a branch that would be cut in two is left to the next page, unless it is the only one.
     *
     * @param size of a page
     */
    static Untold of(List<Cannot> read, int size) {
        if (read.size() < size) {
            return new Untold(read, null);
        }
        long last = branchOf(read.get(read.size() - 1));
        List<Cannot> whole =
                read.stream().filter(cannot -> branchOf(cannot) != last).toList();
        List<Cannot> page = whole.isEmpty() ? read : whole;
        return new Untold(page, Place.of(page.get(page.size() - 1)));
    }

    private static long branchOf(Cannot cannot) {
        return Objects.requireNonNullElse(cannot.branch(), 0L);
    }

    Optional<Place> more() {
        return Optional.ofNullable(next);
    }

    /**
     * Who is told now, by those who are told.
     *
     * @param most of whom at once
     */
    List<Told> due(List<Helper> all, BranchBook book, QuietHours quiet, Instant now, int most) {
        Map<List<Helper>, List<Cannot>> due = new LinkedHashMap<>();
        for (Cannot cannot : page) {
            List<Helper> told = cannot.whom(all, book, now);
            if (!told.isEmpty() && cannot.due(told.get(0), quiet, now)) {
                due.computeIfAbsent(told, fresh -> new ArrayList<>()).add(cannot);
            }
        }
        List<Told> turns = new ArrayList<>();
        due.forEach((helpers, them) -> {
            for (int from = 0; from < them.size(); from += most) {
                turns.add(new Told(helpers, them.subList(from, Math.min(from + most, them.size()))));
            }
        });
        return turns;
    }
}
