package org.branchline.start.doctor;

import java.util.ArrayList;
import java.util.List;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.workspace.Inspection;

/** The workspace, read as {@code check} reads it. */
final class Workplace {

    private static final String ABOUT = "workspace";

    /** A folder that is no workspace has hundreds; {@code check} prints them all. */
    private static final int MOST = 8;

    private Workplace() {}

    /** @param folder as the operator gave it, or how the bundled one is called */
    static List<Finding> findings(String folder, Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (FileProblem problem : inspection.problems().stream().limit(MOST).toList()) {
            findings.add(
                    problem.isError()
                            ? Finding.fail(ABOUT, problem.toString())
                            : Finding.warn(ABOUT, problem.toString()));
        }
        int more = inspection.problems().size() - findings.size();
        if (more > 0) {
            String line = "and " + more + " more: check " + folder + " prints them all";
            findings.add(inspection.refused() ? Finding.fail(ABOUT, line) : Finding.warn(ABOUT, line));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(ABOUT, folder + ", " + inspection.summary()));
        }
        return findings;
    }
}
