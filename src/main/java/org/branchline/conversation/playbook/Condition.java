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
    private final boolean today;

    /** What a condition comes to. */
    enum Truth {
        TRUE,
        FALSE,
        /** An answer it needs is missing, or it failed, for example by dividing by zero. */
        UNKNOWN
    }

    /**
     * A condition that was compiled.
     *
     * @param questions the ids it speaks of, {@code answer} not among them
     * @param today whether it speaks of today
     */
    Condition(CelRuntime.Program program, Set<String> questions, Constants constants, boolean today) {
        this.program = program;
        this.questions = Set.copyOf(questions);
        this.constants = constants;
        this.today = today;
    }

    Set<String> questions() {
        return questions;
    }

    Constants constants() {
        return constants;
    }

    boolean speaksOfToday() {
        return today;
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
