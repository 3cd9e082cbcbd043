package org.branchline.campaign.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button below a shift says: {@code 7.s} or {@code 7.c25}.
 *
 * @param shift the number of the shift
 * @param deed what to do, at most five letters
 * @param number with which number, 0 where the button has none
 */
public record Pressed(long shift, String deed, long number) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})\\.([a-z]{1,5})(\\d{0,18})");

    /** As a button carries it; empty where it is none of those. */
    public static Optional<Pressed> read(String argument) {
        Matcher written = WRITTEN.matcher(argument);
        return written.matches()
                ? Optional.of(new Pressed(
                        Long.parseLong(written.group(1)),
                        written.group(2),
                        written.group(3).isEmpty() ? 0 : Long.parseLong(written.group(3))))
                : Optional.empty();
    }
}
