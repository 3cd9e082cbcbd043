package org.branchline.sandbox.control;

/** A request to the controls that makes no sense; answered with its status and the reason. */
final class MistakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    MistakenException(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    Told told() {
        return Told.error(status, String.valueOf(getMessage()));
    }
}
