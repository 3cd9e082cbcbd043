package org.branchline.campaign.result;

import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers somebody may look at. Screen, names and file all go through the same one.
 *
 * @param branches the branches' ids, null for the whole organisation with those who have no branch
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the driver as it is, never compared
record Scope(Long @Nullable [] branches) {

    /** Members in scope; {@code $1} organisation, {@code $2} this scope. */
    static final String PEOPLE = """
            people as (
              select m.id, m.name, m.branch, m.stopped_at from member m
              where m.organisation = $1 and ($2::bigint[] is null or m.branch = any ($2)))
            """;

    /** What the deed may be done to. */
    static Scope of(Access access, Deed deed) {
        return access.may(deed, null)
                ? new Scope(null)
                : new Scope(access.where(deed).stream().map(Branch::id).toArray(Long[]::new));
    }

    /** How many members its branches say they have, 0 where none says so. */
    int stated(BranchBook book) {
        return book.all().stream()
                .filter(this::holds)
                .filter(branch -> branch.stated() != null)
                .mapToInt(Branch::stated)
                .sum();
    }

    private boolean holds(Branch branch) {
        Long[] all = branches;
        return all == null || java.util.Arrays.asList(all).contains(branch.id());
    }
}
