package org.branchline.playbooks.reading;

/** Shortens a text so that a problem stays one line. */
public final class Cut {

    private static final int SHOWN = 40;

    private Cut() {}

    /** The text's first forty characters on one line, with an ellipsis where something is left out. */
    public static String off(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
