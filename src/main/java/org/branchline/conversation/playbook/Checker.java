package org.branchline.conversation.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes sure of a playbook, and compiles it. */
public final class Checker {

    private Checker() {}

    /** All problems of the draft; the playbook only where none is more than a warning. */
    public static Checked check(Draft draft) {
        Findings findings = new Findings();
        Map<String, Meaning> known = new LinkedHashMap<>();
        draft.questions().forEach(question -> known.put(question.id(), Meaning.of(question.kind())));
        ConditionCompiler compiler = new ConditionCompiler(known);
        List<Question> questions = draft.questions();
        @Nullable Condition[] when = new @Nullable Condition[questions.size()];
        @Nullable Condition[] checks = new @Nullable Condition[questions.size()];
        for (int place = 0; place < questions.size(); place++) {
            Question question = questions.get(place);
            String path = "questions[" + place + "]";
            try {
                if (question.when() != null) {
                    when[place] = compiler.when(question.when());
                }
            } catch (ConditionCompiler.Unreadable unreadable) {
                findings.add(new Problem.BadCondition(path + ".when", String.valueOf(unreadable.getMessage())));
            }
            try {
                if (question.check() != null) {
                    checks[place] = compiler.check(question.check().that(), Meaning.of(question.kind()));
                }
            } catch (ConditionCompiler.Unreadable unreadable) {
                findings.add(new Problem.BadCondition(path + ".check.that", String.valueOf(unreadable.getMessage())));
            }
        }
        return findings.fatal()
                ? new Checked(Optional.empty(), findings.all())
                : new Checked(Optional.of(new Playbook(draft, when, checks)), findings.all());
    }
}
