package org.branchline.campaign.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.roster.Branch;

/**
 * The figures as a table: a line for each branch, those below another one indented under it, which adds them up.
 *
 * @param totals one for each column, of all lines, each branch once
 */
record Table(List<Line> lines, List<Integer> totals) {

    Table {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /**
     * A branch.
     *
     * @param depth 0 at the top
     * @param sum whether it adds up those below it
     * @param figures one for each column
     */
    record Line(String name, int depth, boolean sum, List<Integer> figures) {
        Line {
            figures = List.copyOf(figures);
        }
    }

    /** @param nowhere what those without a branch are called */
    static Table of(Part part, List<Column> columns, String nowhere) {
        List<Branch> topmost = new ArrayList<>();
        Map<Long, List<Branch>> below = new HashMap<>();
        for (Branch branch : part.inOrder()) {
            Long parent = branch.parent();
            if (parent == null || !part.branches().contains(parent)) {
                topmost.add(branch);
            } else {
                below.computeIfAbsent(parent, fresh -> new ArrayList<>()).add(branch);
            }
        }
        List<Line> lines = new ArrayList<>();
        topmost.forEach(branch -> add(branch, 0, part.language(), below, columns, lines));
        List<Integer> without =
                columns.stream().map(column -> column.of(Part.NOWHERE)).toList();
        if (part.branches().contains(Part.NOWHERE) && without.stream().anyMatch(figure -> figure > 0)) {
            lines.add(new Line(nowhere, 0, false, without));
        }
        return new Table(lines, columns.stream().map(Column::total).toList());
    }

    private static List<Integer> add(
            Branch branch,
            int depth,
            String language,
            Map<Long, List<Branch>> below,
            List<Column> columns,
            List<Line> lines) {
        int place = lines.size();
        List<Branch> children = below.getOrDefault(branch.id(), List.of());
        List<Integer> figures = new ArrayList<>(
                columns.stream().map(column -> column.of(branch.id())).toList());
        for (Branch child : children) {
            List<Integer> more = add(child, depth + 1, language, below, columns, lines);
            for (int i = 0; i < figures.size(); i++) {
                figures.set(i, figures.get(i) + more.get(i));
            }
        }
        // Above those below it.
        lines.add(place, new Line(branch.name(language), depth, !children.isEmpty(), figures));
        return figures;
    }
}
