package org.branchline.sandbox.updates;

/** Time and timers of the sandbox; tests step their own. */
public interface Ticker {

    /** Milliseconds since 1970, before any offset of the sandbox's clock. */
    long millis();

    /** Runs the task once after so many milliseconds (0: as soon as possible); returns a handle for {@link #cancel}. */
    long after(long millis, Runnable task);

    /** Forgets a task that has not run yet; an unknown handle is ignored. */
    void cancel(long handle);
}
