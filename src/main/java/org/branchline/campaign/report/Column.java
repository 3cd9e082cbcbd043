package org.branchline.campaign.report;

import java.util.Map;

/**
 * Something that is counted for each branch.
 *
 * @param head what stands above it
 * @param about what it means, a sentence for somebody who has never seen the bot
 * @param figures by the branch's number, {@link Part#NOWHERE} for those in none; nothing is 0
 */
public record Column(String head, String about, Map<Long, Integer> figures) {

    public Column {
        figures = Map.copyOf(figures);
    }

    int of(long branch) {
        return figures.getOrDefault(branch, 0);
    }

    /** All branches together. */
    public int total() {
        return figures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
