package org.branchline.workspace;

import java.util.Map;

/**
 * What the database holds of an organisation, as far as its files have a say.
 *
 * @param branches by key, retired ones too
 * @param playbooks the current version by playbook
 * @param wordings the wording of consents, by purpose and version as {@link #wording} writes them
 */
record Held(
        Map<String, HeldBranch> branches, Map<String, String> playbooks, Map<String, Map<String, String>> wordings) {

    /** Of an organisation that is new. */
    static final Held NOTHING = new Held(Map.of(), Map.of(), Map.of());

    Held {
        branches = Map.copyOf(branches);
        playbooks = Map.copyOf(playbooks);
        wordings = Map.copyOf(wordings);
    }

    /** A branch, and whether it takes newcomers. */
    record HeldBranch(BranchText text, boolean retired) {}

    /** How a version of a purpose's wording is called. */
    static String wording(String purpose, String version) {
        return purpose + " " + version;
    }
}
