package org.branchline.delivery;

/** What goes first; the order of the constants is the order of going. */
public enum Priority {
    /** Answers to what somebody just did. */
    REPLY,
    /** What somebody signed up to be told. */
    REMINDER,
    /** What the service starts by itself to many. */
    BROADCAST
}
