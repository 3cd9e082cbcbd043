package org.branchline.conversation.playbook;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Set;

/** A condition in CEL, compiled once and shared by all runs of its playbook. */
final class Condition {

    private final CelRuntime.Program program;
    private final Set<String> questions;
    private final Constants constants;

    /** What a condition comes to. */
    enum Truth {
        TRUE,
        FALSE,
        /** An answer it needs is missing, or it failed, for example by dividing by zero. */
        UNKNOWN
    }

    /** @param questions the ids it speaks of, {@code answer} not among them */
    Condition(CelRuntime.Program program, Set<String> questions, Constants constants) {
        this.program = program;
        this.questions = Set.copyOf(questions);
        this.constants = constants;
    }

    Set<String> questions() {
        return questions;
    }

    Constants constants() {
        return constants;
    }

    Truth given(CelVariableResolver answers) {
        try {
            Object value = program.eval(answers);
            if (Boolean.TRUE.equals(value)) {
                return Truth.TRUE;
            }
            return Boolean.FALSE.equals(value) ? Truth.FALSE : Truth.UNKNOWN;
        } catch (CelEvaluationException failed) {
            return Truth.UNKNOWN;
        }
    }
}
