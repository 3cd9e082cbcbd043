package org.branchline.conversation.playbook;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A playbook as it was written, before {@link Checker} made sure of it.
 *
 * @param key the playbook's name, for example {@code skills-audit}
 * @param version of its content
 * @param languages the first is the fallback
 * @param keep how long answers are kept
 * @param questions in order; notes among them
 * @param thanks said at the end, null to say nothing
 * @param summary whether the person sees all answers once more before the end
 */
public record Draft(
        String key,
        String version,
        List<String> languages,
        Texts title,
        Period keep,
        List<Question> questions,
        @Nullable Texts thanks,
        boolean summary) {

    /** Twelve months after the close of a playbook. */
    public static final Period KEEP = Period.ofMonths(12);

    public Draft {
        languages = List.copyOf(languages);
        questions = List.copyOf(questions);
    }
}
