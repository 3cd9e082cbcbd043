package org.branchline.delivery;

/** What happens to a message that may or may not have arrived. */
public enum Doubt {
    /** It goes again: a question twice is better than none. */
    RESEND,
    /** It is listed as uncertain, and a person decides. */
    REPORT;

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
