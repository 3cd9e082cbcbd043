package org.branchline.conversation;

import java.time.ZoneId;

/** What a turn makes happen outside the engine; each kind has one handler. */
public sealed interface Effect {

    <R> R of(Cases<R> cases);

    /** One result for each kind of effect. */
    interface Cases<R> {
        R said(Said effect);

        R answered(Answered effect);

        R withdrawn(Withdrawn effect);

        R saved(Saved effect);

        R unsaved(Unsaved effect);

        R languageChosen(LanguageChosen effect);

        R named(Named effect);

        R consented(Consented effect);

        R refused(Refused effect);

        R branchChosen(BranchChosen effect);

        R zoneChosen(ZoneChosen effect);
    }

    /** Something leaves for the chat. */
    record Said(Outgoing outgoing) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.said(this);
        }
    }

    /**
     * A question was answered, or its answer grew or changed.
     *
     * @param text the answer as people read it, in the person's language
     */
    record Answered(String question, Answers.Given given, String text, boolean special) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.answered(this);
        }
    }

    /** The answer is no longer in effect, since a condition before it turned false. */
    record Withdrawn(String question) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.withdrawn(this);
        }
    }

    /** The answer is kept on the member, so that people can be found by it. */
    record Saved(String attribute, Answer answer) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.saved(this);
        }
    }

    /** The member's attribute is gone with the answer it came from. */
    record Unsaved(String attribute) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.unsaved(this);
        }
    }

    record LanguageChosen(String language) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.languageChosen(this);
        }
    }

    record Named(String name) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.named(this);
        }
    }

    /**
     * The person agreed.
     *
     * @param purpose the organisation's name of what was agreed to
     * @param version of the wording that was shown
     */
    record Consented(String purpose, String version) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.consented(this);
        }
    }

    /** The person said no; what was kept of them goes. */
    record Refused(String purpose) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * The person named a branch.
     *
     * @param branch the branch's key
     */
    record BranchChosen(String branch) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.branchChosen(this);
        }
    }

    record ZoneChosen(ZoneId zone) implements Effect {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.zoneChosen(this);
        }
    }
}
