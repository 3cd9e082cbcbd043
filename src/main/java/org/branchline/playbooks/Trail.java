package org.branchline.playbooks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.branchline.playbooks.reading.Node;

/**
 * The way to a place inside a file, for example {@code questions[2].options.calls}.
 *
 * @param steps keys, and indexes as digits
 */
record Trail(List<String> steps) {

    private static final Pattern BETWEEN = Pattern.compile("[.\\[\\]]+");

    static Trail of(String path) {
        return new Trail(
                BETWEEN.splitAsStream(path).filter(step -> !step.isEmpty()).toList());
    }

    /** What stands at the end of the trail, or the last there is on the way. */
    Node in(Node root) {
        Node here = root;
        for (String step : steps) {
            Optional<Node> next = next(here, step);
            if (next.isEmpty()) {
                return here;
            }
            here = next.get();
        }
        return here;
    }

    private static Optional<Node> next(Node here, String step) {
        Optional<Node> value = here.at(step);
        if (value.isPresent() || !step.chars().allMatch(Character::isDigit)) {
            return value;
        }
        int index = Integer.parseInt(step);
        if (index < here.items().size()) {
            return Optional.of(here.items().get(index));
        }
        return index < here.entries().size()
                ? Optional.of(here.entries().get(index).value())
                : Optional.empty();
    }
}
