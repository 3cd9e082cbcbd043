package org.branchline.workspace;

import java.util.List;

/**
 * What an organisation's folder says, found free of errors.
 *
 * @param branches parents before children
 * @param hash changes with the name or content of any file
 */
public record Workspace(
        Organisation organisation,
        List<BranchText> branches,
        List<Topic> links,
        List<PlaybookText> playbooks,
        String hash) {

    public Workspace {
        branches = List.copyOf(branches);
        links = List.copyOf(links);
        playbooks = List.copyOf(playbooks);
    }
}
