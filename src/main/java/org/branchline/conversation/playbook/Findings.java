package org.branchline.conversation.playbook;

import java.util.ArrayList;
import java.util.List;

/** Problems as they are found. */
final class Findings {

    private final List<Problem> all = new ArrayList<>();

    void add(Problem problem) {
        all.add(problem);
    }

    boolean fatal() {
        return all.stream().anyMatch(problem -> !problem.warning());
    }

    List<Problem> all() {
        return List.copyOf(all);
    }
}
