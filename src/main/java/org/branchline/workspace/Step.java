package org.branchline.workspace;

import java.util.Map;

/** One thing that applying a workspace does. */
sealed interface Step {

    <R> R of(Cases<R> cases);

    /** One result for each step. */
    interface Cases<R> {
        R settle(Settle step);

        R addBranch(AddBranch step);

        R changeBranch(ChangeBranch step);

        R retireBranch(RetireBranch step);

        R publish(Publish step);

        R keepWording(KeepWording step);
    }

    /** The organisation's name and settings are as the files say. */
    record Settle(String name, String settings) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.settle(this);
        }
    }

    /** A branch is new; its parent is there already. */
    record AddBranch(BranchText branch) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.addBranch(this);
        }
    }

    /** A branch was renamed, moved or otherwise described anew, or comes back. */
    record ChangeBranch(BranchText branch) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.changeBranch(this);
        }
    }

    /** A branch takes no newcomers any more; its members stay. */
    record RetireBranch(String key) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.retireBranch(this);
        }
    }

    /** A text becomes the current version of a playbook. */
    record Publish(String playbook, String source) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.publish(this);
        }
    }

    /** A wording is kept for good, so that it is known what people agreed to. */
    record KeepWording(String purpose, String version, Map<String, String> wording) implements Step {
        public KeepWording {
            wording = Map.copyOf(wording);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.keepWording(this);
        }
    }
}
