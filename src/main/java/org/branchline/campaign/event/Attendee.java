package org.branchline.campaign.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who asked for a place of a shift, as its host sees them.
 *
 * @param place the number of what they hold or held
 * @param guest whether they have no chat
 * @param unconfirmed whether the shift was moved and they did not say that they still come
 * @param came null where nobody said
 * @param first whether it is the first of its kind they come to
 * @param broughtBy what the member is called who brought them, null for nobody
 * @param noShow whether they did not come several times running
 */
public record Attendee(
        long place,
        String name,
        Standing standing,
        boolean guest,
        boolean unconfirmed,
        @Nullable Boolean came,
        boolean first,
        @Nullable String broughtBy,
        boolean noShow) {

    /** Their first name. */
    public String firstName() {
        return guest ? name.strip() : first(name);
    }

    /** The first name of whoever brought them, empty for nobody. */
    public String bringer() {
        return broughtBy == null ? "" : first(broughtBy);
    }

    private static String first(String whole) {
        String name = whole.strip();
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }
}
