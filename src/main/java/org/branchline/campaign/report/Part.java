package org.branchline.campaign.report;

import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.branchline.roster.Access;
import org.branchline.roster.Bot;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.branchline.roster.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param branches those that its reader may have it of, by number, with {@link #NOWHERE} for whoever runs all of them
 * @param language its reader's
 */
public record Part(
        Bot bot, Organisation organisation, BranchBook book, Set<Long> branches, Month month, String language) {

    /** Stands for those who are in no branch. */
    public static final long NOWHERE = 0;

    public Part {
        branches = Set.copyOf(branches);
    }

    /** Empty for whoever may have none. */
    static Optional<Part> of(
            Bot bot, Organisation organisation, BranchBook book, Access access, Month month, String language) {
        Set<Long> branches = access.where(Deed.REPORT).stream().map(Branch::id).collect(Collectors.toSet());
        if (access.may(Deed.REPORT, null)) {
            branches.add(NOWHERE);
        }
        return branches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(bot, organisation, book, branches, month, language));
    }

    /** Those branches in the tree's order. */
    List<Branch> inOrder() {
        return book.all().stream()
                .filter(branch -> branches.contains(branch.id()))
                .toList();
    }

    /** Figures by branch, of rows that name theirs in a column {@code branch}; what is not of this part is left out. */
    public Map<Long, Integer> figures(Iterable<Row> rows, String column) {
        Map<Long, Integer> figures = new HashMap<>();
        for (Row row : rows) {
            Integer figure = row.getInteger(column);
            long branch = place(row.getLong("branch"));
            if (figure != null && branches.contains(branch)) {
                figures.merge(branch, figure, Integer::sum);
            }
        }
        return figures;
    }

    /** Whoever is in a branch that was retired is in none. */
    private long place(@Nullable Long branch) {
        return book.branch(branch).map(Branch::id).orElse(NOWHERE);
    }
}
