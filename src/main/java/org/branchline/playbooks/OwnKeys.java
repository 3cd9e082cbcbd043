package org.branchline.playbooks;

/** Which playbooks are the service's own: those of joining, whose answers are in no result, export or list of what is open. */
public final class OwnKeys {

    /** How their keys begin, and nobody else's; the views over answers know it too. */
    public static final String PREFIX = "joining";

    private OwnKeys() {}

    public static boolean own(String key) {
        return key.startsWith(PREFIX);
    }
}
