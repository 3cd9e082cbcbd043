package org.branchline.workspace;

import java.util.List;

/**
 * What an organisation's folder says, found free of errors.
 *
 * @param branches parents before children
 * @param dialogues how many golden dialogues there are, all of them played
 * @param settings {@code organisation.yaml}, {@code links.yaml} and {@code prompts.yaml} as JSON, as other rooms read them
 * @param hash changes with the name or content of any file
 */
public record Workspace(
        Organisation organisation,
        List<BranchText> branches,
        List<Topic> links,
        List<PlaybookText> playbooks,
        int dialogues,
        String settings,
        String hash) {

    public Workspace {
        branches = List.copyOf(branches);
        links = List.copyOf(links);
        playbooks = List.copyOf(playbooks);
    }
}
