package org.branchline.campaign.report;

import java.util.Map;

/**
 * Something that is counted for each branch.
 *
 * @param head what stands above it
 * @param about what it means, a sentence for somebody who has never seen the bot
 * @param figures by the branch's number, {@link Part#NOWHERE} for those in none; nothing is 0
 * @param nothing how 0 is written
 */
public record Column(String head, String about, Map<Long, Integer> figures, String nothing) {

    public Column {
        figures = Map.copyOf(figures);
    }

    public Column(String head, String about, Map<Long, Integer> figures) {
        this(head, about, figures, "0");
    }

    /** Where 0 means that nobody said how many. */
    Column unsaid() {
        return new Column(head, about, figures, "–");
    }

    String shown(int figure) {
        return figure == 0 ? nothing : Integer.toString(figure);
    }

    int of(long branch) {
        return figures.getOrDefault(branch, 0);
    }

    /** All branches together. */
    public int total() {
        return figures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
