package org.branchline.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of a run that are in effect, by question id. */
public record Answers(Map<String, Given> byQuestion) {

    public static final Answers NONE = new Answers(Map.of());

    /**
     * An answer as it was given.
     *
     * @param message the message of the person's that holds the answer, 0 for a press; an edit of it corrects the answer
     * @param settled false while the person is still ticking options or sending pieces of a text
     */
    public record Given(Answer answer, long message, boolean settled) {}

    public Answers {
        byQuestion = Map.copyOf(byQuestion);
    }

    public Optional<Given> of(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    public Answers with(String question, Given given) {
        Map<String, Given> changed = new LinkedHashMap<>(byQuestion);
        changed.put(question, given);
        return new Answers(changed);
    }

    public Answers without(String question) {
        Map<String, Given> changed = new LinkedHashMap<>(byQuestion);
        changed.remove(question);
        return new Answers(changed);
    }
}
