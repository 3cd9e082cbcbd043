package org.branchline.intake.door;

/** Notes what becomes of updates, for whoever watches the service. Called on the way of each: it neither waits nor fails. */
public interface DoorWitness {

    /** Where nobody watches. */
    DoorWitness NONE = new DoorWitness() {
        @Override
        public void answered(Answer answer) {}

        @Override
        public void givenUp() {}
    };

    /** How a delivered update is answered. */
    enum Answer {
        /** Taken to its end, or known already. */
        TAKEN,
        /** Not looked at, since its chat sends too many. */
        FLOODED,
        /** To be delivered again. */
        AGAIN,
        /** Without the secret, so not from the platform. */
        REFUSED,
        /** No update that could be read. */
        UNREADABLE
    }

    void answered(Answer answer);

    /** An update became a dead letter. */
    void givenUp();
}
