package org.branchline.conversation.playbook;

import org.jspecify.annotations.Nullable;

/**
 * One question of a playbook, as it was written.
 *
 * @param id snake_case, unique in its playbook, no keyword of CEL
 * @param kind what may be answered
 * @param ask the question; a note's text
 * @param when condition in CEL over earlier questions, null to ask always; only {@code true} asks
 * @param label how the line is called in the summary, null to use the question itself
 * @param help what the Help button says, null for no such button
 * @param check what must hold of the answer, null for nothing
 * @param save the member's attribute that keeps the answer, null for none
 * @param skip whether it may be left without an answer
 */
public record Question(
        String id,
        Kind kind,
        Texts ask,
        @Nullable String when,
        @Nullable Texts label,
        @Nullable Texts help,
        @Nullable Check check,
        @Nullable String save,
        boolean skip,
        Sensitivity sensitivity) {

    /** A question of which only the necessary is said; the rest is added by the {@code with…} methods. */
    public static Question of(String id, Kind kind, Texts ask) {
        return new Question(id, kind, ask, null, null, null, null, null, false, Sensitivity.NORMAL);
    }

    public Question withWhen(String condition) {
        return new Question(id, kind, ask, condition, label, help, check, save, skip, sensitivity);
    }

    public Question withLabel(Texts text) {
        return new Question(id, kind, ask, when, text, help, check, save, skip, sensitivity);
    }

    public Question withHelp(Texts text) {
        return new Question(id, kind, ask, when, label, text, check, save, skip, sensitivity);
    }

    public Question withCheck(Check added) {
        return new Question(id, kind, ask, when, label, help, added, save, skip, sensitivity);
    }

    public Question withSave(String attribute) {
        return new Question(id, kind, ask, when, label, help, check, attribute, skip, sensitivity);
    }

    public Question withSkip() {
        return new Question(id, kind, ask, when, label, help, check, save, true, sensitivity);
    }

    public Question withSensitivity(Sensitivity changed) {
        return new Question(id, kind, ask, when, label, help, check, save, skip, changed);
    }

    /** How the line is called in the summary. */
    public Texts name() {
        return label != null ? label : ask;
    }

    public boolean special() {
        return sensitivity != Sensitivity.NORMAL;
    }
}
