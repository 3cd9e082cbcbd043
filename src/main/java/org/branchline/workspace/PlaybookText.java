package org.branchline.workspace;

import org.branchline.conversation.playbook.Playbook;

/**
 * A playbook of a workspace.
 *
 * @param source its text, as it is stored
 */
public record PlaybookText(Playbook playbook, String source) {

    public String key() {
        return playbook.key();
    }

    public String version() {
        return playbook.version();
    }
}
