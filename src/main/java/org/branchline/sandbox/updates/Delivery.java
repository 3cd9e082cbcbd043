package org.branchline.sandbox.updates;

/** How a webhook answered. */
public sealed interface Delivery {

    /** 2xx. The body may carry a method to carry out; empty when it carries none. */
    record Accepted(int status, String body) implements Delivery {}

    /**
     * Anything else.
     *
     * @param status 0 when there was no answer
     * @param retryAfterSeconds the header's value, 0 without one
     */
    record Refused(int status, String reason, int retryAfterSeconds) implements Delivery {}
}
