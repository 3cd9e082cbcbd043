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
        @Nullable String broughtBy,
        boolean noShow,
        boolean reachable,
        boolean stopped) {

    /** UTF-16 units of a name in a list: many of them stand in one message. */
    private static final int LONGEST = 40;

    /** Their first name; the whole one of somebody without a chat, as their host typed it. */
    public String firstName() {
        return guest ? fullName() : first(fullName());
    }

    /** The first name of whoever brought them, empty for nobody. */
    public String bringer() {
        return broughtBy == null ? "" : first(cut(broughtBy));
    }

    private static String first(String name) {
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    /** Their name, cut where it is too long for a list. */
    public String fullName() {
        return cut(name);
    }

    private static String cut(String whole) {
        String name = whole.strip();
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return name.substring(0, end).strip() + "…";
    }
}
