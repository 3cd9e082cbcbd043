package org.branchline.delivery;

/** What goes first; the order of the constants is the order of going. */
public enum Priority {
    /** Answers to what somebody just did. */
    REPLY(0),
    /** What somebody signed up to be told. */
    REMINDER(1),
    /** What the service starts by itself to many. */
    BROADCAST(2),
    /** The same, paid for to go faster: beside all others, at a pace of its own. */
    PAID(3);

    private final int column;

    Priority(int column) {
        this.column = column;
    }

    short column() {
        return (short) column;
    }

    static Priority of(int column) {
        return switch (column) {
            case 0 -> REPLY;
            case 1 -> REMINDER;
            case 2 -> BROADCAST;
            default -> PAID;
        };
    }
}
