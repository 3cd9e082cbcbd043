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
 * @param reachable whether they can be written to; guests are told by their host
 * @param stopped whether they want no messages any more
 */
public record Attendee(
        long place,
        String name,
        Standing standing,
        boolean guest,
        boolean unconfirmed,
        @Nullable Boolean came,
        boolean first,
        boolean noShow,
        boolean reachable,
        boolean stopped) {

    /** UTF-16 units of a name in a list: many of them stand in one message. */
    private static final int LONGEST = 40;

    /** Their first name. */
    public String firstName() {
        String name = fullName();
        int end = name.indexOf(' ');
        return guest || end < 0 ? name : name.substring(0, end);
    }

    /** Their name, cut where it is too long for a list. */
    public String fullName() {
        String name = name().strip();
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return name.substring(0, end).strip() + "…";
    }
}
