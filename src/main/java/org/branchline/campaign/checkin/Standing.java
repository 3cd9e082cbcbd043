package org.branchline.campaign.checkin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an occurrence of a check-in stands in a part of the tree.
 *
 * @param asked branches whose captain was asked
 * @param answered those of them that answered
 * @param before as many of the occurrence before, -1 where there was none
 * @param away branches whose captain is away or asked less often
 * @param silent the others, the longest silence first
 */
record Standing(int asked, int answered, int before, int away, List<Quiet> silent) {

    /** From then on a coordinator can write to the captain from the card. */
    static final int LONG = 3;

    Standing {
        silent = List.copyOf(silent);
    }

    /**
     * A captain of a branch at an occurrence.
     *
     * @param weeks how many times in a row they did not answer
     */
    record Captain(long branch, long member, String name, boolean excused, boolean answered, int weeks) {}

    /** A branch that did not answer. */
    record Quiet(long branch, long captain, String name, int weeks) {
        boolean isLong() {
            return weeks >= LONG;
        }
    }

    /** A branch answered when one of its captains did. */
    static Standing of(List<Captain> captains, int before) {
        Map<Long, List<Captain>> byBranch = new LinkedHashMap<>();
        captains.forEach(captain -> byBranch.computeIfAbsent(captain.branch(), fresh -> new ArrayList<>())
                .add(captain));
        int answered = 0;
        int away = 0;
        List<Quiet> silent = new ArrayList<>();
        for (List<Captain> branch : byBranch.values()) {
            if (branch.stream().anyMatch(Captain::answered)) {
                answered++;
            } else if (branch.stream().allMatch(Captain::excused)) {
                away++;
            } else {
                branch.stream()
                        .filter(captain -> !captain.excused())
                        .min(Comparator.comparingInt(Captain::weeks))
                        .ifPresent(least ->
                                silent.add(new Quiet(least.branch(), least.member(), least.name(), least.weeks())));
            }
        }
        silent.sort(Comparator.comparingInt(Quiet::weeks).reversed());
        return new Standing(byBranch.size() - away, answered, before, away, silent);
    }
}
