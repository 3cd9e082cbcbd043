package org.branchline.drill;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One tick that is set, or taken away.
 *
 * @param before the labels of the question's ticks
 * @param label the one that is pressed
 */
record Ticking(List<String> before, String label) {

    private static final String OFF = "☐ ";
    private static final String ON = "☑ ";

    /** Any of a question's, but the last one that is set: an answer has at least one. */
    static Ticking one(Seen asked, SplittableRandom random) {
        List<String> all = asked.labels().stream()
                .filter(label -> label.startsWith(OFF) || label.startsWith(ON))
                .toList();
        List<String> free = all.stream()
                .filter(label -> label.startsWith(OFF) || asked.ticks() > 1)
                .toList();
        return new Ticking(all, free.get(random.nextInt(free.size())));
    }

    /** Its label when it was pressed. */
    String becomes() {
        return (sets() ? ON : OFF) + name();
    }

    /** What is answered then, as machines read it: the ids in the playbook's order. */
    String then(Audit.Question question) {
        List<String> names = Stream.concat(
                        before.stream()
                                .filter(each -> each.startsWith(ON) && !each.equals(label))
                                .map(each -> each.substring(ON.length())),
                        sets() ? Stream.of(name()) : Stream.of())
                .toList();
        return question.options().entrySet().stream()
                .filter(option -> names.contains(option.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    private boolean sets() {
        return label.startsWith(OFF);
    }

    private String name() {
        return label.substring(ON.length());
    }
}
