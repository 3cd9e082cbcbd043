package org.branchline.conversation.playbook;

import dev.cel.runtime.CelVariableResolver;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.jspecify.annotations.Nullable;

/**
 * A playbook that {@link Checker} found fit: immutable, its conditions compiled, shared by all of its runs. It decides
 * which questions apply; how they are asked is the engine's.
 */
public final class Playbook {

    private final Draft draft;
    private final Map<String, Integer> places = new HashMap<>();
    private final Meaning[] meanings;
    private final @Nullable Condition[] when;
    private final @Nullable Condition[] checks;

    /** @param when by place, null where the question is always asked; {@code checks} likewise */
    Playbook(Draft draft, @Nullable Condition[] when, @Nullable Condition[] checks) {
        this.draft = draft;
        this.when = when;
        this.checks = checks;
        this.meanings = new Meaning[draft.questions().size()];
        for (int place = 0; place < meanings.length; place++) {
            Question question = draft.questions().get(place);
            places.put(question.id(), place);
            meanings[place] = Meaning.of(question.kind());
        }
    }

    public String key() {
        return draft.key();
    }

    public String version() {
        return draft.version();
    }

    /** The first is the fallback. */
    public List<String> languages() {
        return draft.languages();
    }

    public Texts title() {
        return draft.title();
    }

    /** How long answers are kept after the playbook closes. */
    public Period keep() {
        return draft.keep();
    }

    /** In order, notes among them. */
    public List<Question> questions() {
        return draft.questions();
    }

    /** What is said at the end, if anything. */
    public Optional<Texts> thanks() {
        return Optional.ofNullable(draft.thanks());
    }

    /** Whether the person sees all answers once more before the end. */
    public boolean summary() {
        return draft.summary();
    }

    public Optional<Question> question(String id) {
        Integer place = places.get(id);
        return place == null ? Optional.empty() : Optional.of(draft.questions().get(place));
    }

    /**
     * The question's place, from 0.
     *
     * @throws IllegalArgumentException for an id of another playbook
     */
    public int place(String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("No question of " + key() + ": " + id);
        }
        return place;
    }

    /** Which questions apply, with these answers. */
    public Reach reach(Answers answers) {
        Reach.State[] states = new Reach.State[when.length];
        Function<String, Optional<Answer>> settled =
                name -> states[place(name)] == Reach.State.NOT_ASKED ? Optional.empty() : settled(answers, name);
        for (int place = 0; place < states.length; place++) {
            Condition condition = when[place];
            states[place] = condition == null ? Reach.State.ASKED : state(condition, settled, answers, states);
        }
        return new Reach(this, states, answers);
    }

    /** Whether the answer may stand; one that cannot be checked may. */
    public boolean accepts(Question question, Answer answer, Answers earlier) {
        int place = place(question.id());
        Condition check = checks[place];
        if (check == null) {
            return true;
        }
        CelVariableResolver resolver = name -> switch (name) {
            case ConditionCompiler.ANSWER -> meanings[place].value(answer);
            case Dates.TODAY ->
                Dates.today(Stream.concat(
                        Stream.of(answer), check.questions().stream().flatMap(id -> settled(earlier, id).stream())));
            default -> value(name, settled(earlier, name));
        };
        return check.given(resolver) != Condition.Truth.FALSE;
    }

    private Reach.State state(
            Condition condition, Function<String, Optional<Answer>> settled, Answers answers, Reach.State[] before) {
        CelVariableResolver resolver = name -> name.equals(Dates.TODAY)
                ? Dates.today(condition.questions().stream().flatMap(id -> settled.apply(id).stream()))
                : value(name, settled.apply(name));
        return switch (condition.given(resolver)) {
            case TRUE -> Reach.State.ASKED;
            case FALSE -> Reach.State.NOT_ASKED;
            case UNKNOWN ->
                awaits(condition.questions(), answers, before) ? Reach.State.UNDECIDED : Reach.State.NOT_ASKED;
        };
    }

    /** Whether an answer that the condition needs may still come. */
    private boolean awaits(Set<String> questions, Answers answers, Reach.State[] before) {
        for (String id : questions) {
            if (before[place(id)] != Reach.State.NOT_ASKED
                    && answers.of(id).filter(Answers.Given::settled).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Object> value(String id, Optional<Answer> answer) {
        return answer.flatMap(meanings[place(id)]::value);
    }

    private static Optional<Answer> settled(Answers answers, String id) {
        Answers.Given given = answers.byQuestion().get(id);
        return given == null || !given.settled() ? Optional.empty() : Optional.of(given.answer());
    }
}
