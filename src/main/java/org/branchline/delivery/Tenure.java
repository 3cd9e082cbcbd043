package org.branchline.delivery;

/** Whether this process may send for a bot: its lease, as far as sending needs it. */
interface Tenure {

    /** The fencing token, 0 while the lease is not ours. */
    long fence();

    /** Whether the lease is ours for more than another 2 seconds, looked at just before a request is written. */
    boolean safe();

    /** Whether somebody else held it before and did not give it up. */
    boolean contested();
}
