package org.branchline.conversation;

import java.time.ZoneId;

/** What a turn makes happen outside the engine; each kind has one handler. */
public sealed interface Effect {

    /** Something leaves for the chat. */
    record Said(Outgoing outgoing) implements Effect {}

    /**
     * A question was answered, or its answer grew or changed.
     *
     * @param text the answer as people read it, in the person's language
     */
    record Answered(String question, Answers.Given given, String text, boolean special) implements Effect {}

    /** The answer is no longer in effect, since a condition before it turned false. */
    record Withdrawn(String question) implements Effect {}

    /** The answer is kept on the member, so that people can be found by it. */
    record Saved(String attribute, Answer answer) implements Effect {}

    /** The member's attribute is gone with the answer it came from. */
    record Unsaved(String attribute) implements Effect {}

    record LanguageChosen(String language) implements Effect {}

    record Named(String name) implements Effect {}

    /**
     * The person agreed.
     *
     * @param purpose the organisation's name of what was agreed to
     * @param version of the wording that was shown
     */
    record Consented(String purpose, String version) implements Effect {}

    /** The person said no; what was kept of them goes. */
    record Refused(String purpose) implements Effect {}

    /**
     * The person named a branch.
     *
     * @param branch the branch's key
     */
    record BranchChosen(String branch) implements Effect {}

    record ZoneChosen(ZoneId zone) implements Effect {}
}
