package org.branchline.campaign.result;

/** A bar of letters, for a chat. */
final class Bar {

    static final int WIDTH = 10;

    private static final String FULL = "█";
    private static final String HALF = "▌";

    private Bar() {}

    /**
     * The bar of a part.
     *
     * @param part from 0 to {@code whole}
     * @return at most {@link #WIDTH} letters; something above 0 is never shown as nothing
     */
    static String of(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return "";
        }
        long halves = Math.max(1, Math.round(2.0 * WIDTH * Math.min(part, whole) / whole));
        return FULL.repeat((int) (halves / 2)) + (halves % 2 == 1 ? HALF : "");
    }

    /** A part in whole percent. */
    static int percent(long part, long whole) {
        return whole <= 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }
}
