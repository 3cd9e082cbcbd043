package org.branchline.sandbox.control;

/** Where an answer goes, now or later, once. */
public interface Responder {

    void tell(Told told);

    /** Runs the task when the asker goes away before the answer. */
    void whenGone(Runnable task);
}
