package org.branchline.campaign.branch.appointing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button about who looks after a branch brings.
 *
 * @param deed a letter
 * @param branch its number
 * @param chat whom it is about, 0 for nobody; by this number, erasing finds messages that name them
 * @param page of a list, from 0
 */
public record Press(char deed, long branch, long chat, int page) {

    private static final Pattern FORM = Pattern.compile("([a-z])(\\d{1,10})(?:@(\\d{1,16})|\\.(\\d{1,4}))?");

    /** Reads an argument, possibly hostile; empty for what no button of ours brings. */
    public static Optional<Press> read(String argument) {
        Matcher read = FORM.matcher(argument);
        return read.matches()
                ? Optional.of(new Press(
                        read.group(1).charAt(0),
                        Long.parseLong(read.group(2)),
                        read.group(3) == null ? 0 : Long.parseLong(read.group(3)),
                        read.group(4) == null ? 0 : Integer.parseInt(read.group(4))))
                : Optional.empty();
    }

    /** The argument of a button about a branch. */
    public static String of(char deed, long branch) {
        return "" + deed + branch;
    }

    /** The argument of a button about somebody. */
    public static String about(char deed, long branch, long chat) {
        return of(deed, branch) + "@" + chat;
    }

    /** The argument of a button that turns a page. */
    public static String page(char deed, long branch, int page) {
        return of(deed, branch) + "." + page;
    }
}
