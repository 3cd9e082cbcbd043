package org.branchline.sandbox.botapi;

/** Carries a refusal out of the checks of a method; caught in one place. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome.Refused refused;

    RefusedException(Outcome.Refused refused) {
        super(refused.description(), null, false, false);
        this.refused = refused;
    }

    static RefusedException badRequest(String why) {
        return new RefusedException(Outcome.badRequest(why));
    }

    Outcome.Refused refused() {
        return refused;
    }
}
