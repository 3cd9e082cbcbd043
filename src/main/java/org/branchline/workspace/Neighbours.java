package org.branchline.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Place;

/** Whether several organisations of one installation can live beside one another. */
final class Neighbours {

    private Neighbours() {}

    /** Two organisations of one key or one bot; nothing for a single organisation. */
    static List<FileProblem> problems(List<Workspace> workspaces, List<FileSet> sets) {
        List<FileProblem> problems = new ArrayList<>();
        if (sets.size() < 2) {
            return problems;
        }
        Set<String> keys = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        for (Workspace workspace : workspaces) {
            Organisation organisation = workspace.organisation();
            FileReport report = new FileReport(root(workspace, sets) + FileSet.ORGANISATION);
            if (!keys.add(organisation.key())) {
                report.error(
                        Place.START,
                        "another folder is the organisation \"" + organisation.key() + "\" too",
                        "give each its own key");
            }
            String token = organisation.token();
            if (token == null || !tokens.add(token)) {
                report.error(
                        Place.START,
                        token == null
                                ? "\"token\" is missing, which tells several organisations' bots apart"
                                : "another organisation takes its bot's token from " + token + " too",
                        "write token: and an environment variable of its own");
            }
            problems.addAll(report.problems());
        }
        return problems;
    }

    private static String root(Workspace workspace, List<FileSet> sets) {
        return sets.stream()
                .filter(set -> set.hash().equals(workspace.hash()))
                .map(FileSet::root)
                .findFirst()
                .orElse("");
    }
}
