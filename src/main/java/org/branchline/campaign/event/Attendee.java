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
        boolean noShow) {

    /** Their first name. */
    public String firstName() {
        String name = name().strip();
        int end = name.indexOf(' ');
        return guest || end < 0 ? name : name.substring(0, end);
    }
}
