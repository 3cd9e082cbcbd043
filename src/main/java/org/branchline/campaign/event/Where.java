package org.branchline.campaign.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where it is: in person, online, both, or neither yet.
 *
 * @param place empty for nowhere
 * @param link empty for none
 */
public record Where(String place, String link) {

    public static final Where LATER = new Where("", "");

    /** Characters of what is typed. */
    public static final int LONGEST = 300;

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** What was typed: the first link in it, and beside it the place. */
    public static Where read(String typed) {
        String line = typed.strip().replaceAll("\\s+", " ");
        Matcher found = LINK.matcher(line);
        if (!found.find() || !isLink(found.group())) {
            return new Where(line, "");
        }
        String around = line.substring(0, found.start()) + " " + line.substring(found.end());
        return new Where(around.replaceAll("\\s+", " ").replaceAll("^[\\s,;:·]+|[\\s,;:·]+$", ""), found.group());
    }

    private static boolean isLink(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
