package org.branchline.conversation;

/**
 * One person's way through one version of a playbook. What is stored of it is its stage and ids; the answers are read
 * beside it.
 *
 * @param id unique within the organisation
 * @param step grows by one whenever another question, or the summary, is opened; a press of an earlier step is an old button.
 *     Saying the open question again keeps it, so that either message's buttons work
 * @param interrupted whether something else was said in the chat after the open question
 */
public record Run(long id, Person person, Stage stage, int step, Answers answers, boolean interrupted) {

    /** A run of which nothing was said yet; {@link Incoming.Began} asks its first question. */
    public static Run fresh(long id, Person person) {
        return new Run(id, person, new Stage.Asking("", null, false), 0, Answers.NONE, false);
    }

    /** The same run of a person who is known differently. */
    public Run with(Person changed) {
        return new Run(id, changed, stage, step, answers, interrupted);
    }

    /** The same run in another stage. */
    public Run with(Stage changed) {
        return new Run(id, person, changed, step, answers, interrupted);
    }

    /** The same run with other answers. */
    public Run with(Answers changed) {
        return new Run(id, person, stage, step, changed, interrupted);
    }

    /** The same run with buttons of earlier messages grown old. */
    public Run stepped() {
        return new Run(id, person, stage, step + 1, answers, interrupted);
    }

    /** The same run, with or without something said after its open question. */
    public Run interrupted(boolean changed) {
        return new Run(id, person, stage, step, answers, changed);
    }
}
