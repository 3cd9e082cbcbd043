package org.branchline.workspace;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A branch as {@code branches.yaml} says it.
 *
 * @param parent the key of the branch above, null at the top
 * @param names by language, one for each of the organisation's
 * @param zone null where members live by different clocks
 * @param members how many members it says it has, null where it says nothing
 */
public record BranchText(
        String key,
        @Nullable String parent,
        Map<String, String> names,
        @Nullable ZoneId zone,
        @Nullable Integer members) {

    public BranchText {
        names = Map.copyOf(names);
    }
}
