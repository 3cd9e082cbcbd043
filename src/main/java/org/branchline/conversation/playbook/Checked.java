package org.branchline.conversation.playbook;

import java.util.List;
import java.util.Optional;

/**
 * What {@link Checker} found.
 *
 * @param playbook present unless a problem is more than a warning
 * @param problems in the order of the file, warnings among them
 */
public record Checked(Optional<Playbook> playbook, List<Problem> problems) {

    public Checked {
        problems = List.copyOf(problems);
    }
}
