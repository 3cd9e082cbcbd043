package org.branchline.conversation.playbook;

import java.util.List;
import java.util.Optional;

/** Makes sure of a playbook, and compiles it. */
public final class Checker {

    /** What people would ever answer in one go, and more. */
    static final int MOST_QUESTIONS = 60;

    private Checker() {}

    /** All problems of the draft; the playbook only where none is more than a warning. */
    public static Checked check(Draft draft) {
        Findings findings = new Findings();
        int count = draft.questions().size();
        if (draft.languages().isEmpty()) {
            findings.add(
                    new Problem.Unsupported("languages", "Name at least one language, for example 'languages: [en]'."));
        }
        if (count > MOST_QUESTIONS) {
            // The rest would only be noise, and takes long with thousands.
            findings.add(new Problem.TooManyQuestions("questions", count, MOST_QUESTIONS));
            return new Checked(Optional.empty(), findings.all());
        }
        if (draft.questions().stream().noneMatch(question -> question.kind().awaits())) {
            findings.add(new Problem.Unsupported("questions", "Nothing is asked. Write at least one question."));
        }
        Ids.questions(draft, findings);
        Ranges.check(draft, findings);
        new Wording(draft.languages(), findings).check(draft);
        Conditions conditions = new Conditions(draft, findings);
        conditions.check();
        List<Problem> problems = findings.all();
        return findings.fatal()
                ? new Checked(Optional.empty(), problems)
                : new Checked(Optional.of(new Playbook(draft, conditions.when, conditions.checks)), problems);
    }
}
