package org.branchline.workspace;

import java.util.List;
import java.util.Optional;
import org.branchline.playbooks.reading.FileProblem;

/**
 * What came of reading a folder.
 *
 * @param workspace present unless a problem is an error
 * @param problems file by file, warnings among them
 */
public record Reading(Optional<Workspace> workspace, List<FileProblem> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }
}
