package org.branchline.conversation.playbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries all answers that matter, to see whether a condition can hold. */
final class Possible {

    /** So that checking a playbook stays a matter of milliseconds. */
    private static final int MOST_TRIES = 20_000;

    /**
     * A question that a condition needs.
     *
     * @param asked the condition under which it is asked; null for always
     */
    record Needed(String id, List<Object> values, Optional<Condition> asked) {}

    private final List<Needed> needed;
    private final Condition condition;
    private final Map<String, Object> answers = new HashMap<>();
    private int tries;

    private Possible(List<Needed> needed, Condition condition) {
        this.needed = needed;
        this.condition = condition;
    }

    /** Whether some answers make it true; true as well where there are too many to try. */
    static boolean holds(Condition condition, List<Needed> needed) {
        return new Possible(needed, condition).from(0);
    }

    private boolean from(int place) {
        if (++tries > MOST_TRIES) {
            return true;
        }
        if (place == needed.size()) {
            return truth(condition) == Condition.Truth.TRUE;
        }
        Needed question = needed.get(place);
        if (question.asked()
                .filter(asked -> truth(asked) != Condition.Truth.TRUE)
                .isPresent()) {
            return from(place + 1);
        }
        for (Object value : question.values()) {
            answers.put(question.id(), value);
            boolean holds = from(place + 1);
            answers.remove(question.id());
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private Condition.Truth truth(Condition tried) {
        return tried.given(name -> Optional.ofNullable(answers.get(name)));
    }
}
